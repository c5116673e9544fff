import { defineConfig } from 'vitest/config'

/** Tests that need Helm and a Python package, which scripts/chart.mjs installs. */
export default defineConfig({
  test: { include: ['e2e/chart/*.test.ts'], testTimeout: 120_000 },
})
