import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import app from './vite.config.ts'

const tests = ['src', 'sandbox', 'scripts']
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)))
  .filter((path) => /\.test\.(ts|mjs)$/.test(path))

/** Replaces globals, or changes what modules remember, such as the language or the session. */
const leavesTraces = (path: string) =>
  /\bvi\.|\b(setCatalog|startSession|learnOffset|allowances)\b/.test(readFileSync(path, 'utf8'))

export default defineConfig({
  ...app,
  test: {
    // A slow machine isn't a failure.
    testTimeout: 30_000,
    // The default leaves one core idle, which doubles the time on two.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/unit.json' },
    // Loading the modules anew for each file would take as long as its tests.
    projects: [
      { extends: true, test: { name: 'alone', include: tests.filter(leavesTraces) } },
      {
        extends: true,
        test: { name: 'together', include: tests.filter((path) => !leavesTraces(path)), isolate: false },
      },
    ],
  },
})
