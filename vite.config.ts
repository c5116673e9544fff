import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { waldur } from './sandbox/vite.ts'
import { integrity } from './scripts/integrity.ts'

export default defineConfig({
  plugins: [react(), integrity(), waldur(process.env['WALDUR_URL'])],
  build: {
    target: 'es2023',
    // A data: image or an inlined asset would need a looser Content-Security-Policy.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'sandbox/**/*.test.ts'],
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/unit.json' },
  },
})
