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
    // The licences of what is shipped ask for their text to go with it; `npm test` reads here what is shipped.
    license: { fileName: 'licences.txt' },
  },
  // The page names its files from the root, or from where an operator puts it by a line in index.html; they name each
  // other from where they lie, so that one build serves under any path.
  experimental: { renderBuiltUrl: (_file, { hostType }) => (hostType === 'html' ? undefined : { relative: true }) },
  server: { host: '127.0.0.1', port: 5173 },
  preview: { host: '127.0.0.1', port: 4173 },
  test: {
    include: ['src/**/*.test.ts', 'sandbox/**/*.test.ts', 'scripts/**/*.test.mjs'],
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/unit.json' },
  },
})
