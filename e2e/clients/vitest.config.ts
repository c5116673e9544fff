import { defineConfig } from 'vitest/config'

/** Tests that need Python packages, which scripts/clients.mjs installs. */
export default defineConfig({
  test: {
    include: ['e2e/clients/*.test.ts'],
    // Each client imports thousands of modules.
    testTimeout: 300_000,
  },
})
