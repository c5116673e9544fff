import { defineConfig } from 'vitest/config'

/** What needs packages of Python, which scripts/clients.mjs brings. */
export default defineConfig({
  test: {
    include: ['e2e/clients/*.test.ts'],
    // Each imports thousands of modules.
    testTimeout: 300_000,
  },
})
