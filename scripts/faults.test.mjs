import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'

/** The files that prove rows: journeys, and what asks the page's own functions about the sandbox. */
const files = [
  ['e2e', '.spec.ts'],
  ['sandbox', '.agrees.test.ts'],
].flatMap(([folder, end]) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(end))
    .map((file) => `${folder}/${file}`),
)

/** "row 29: in matrixCreateLost", sorted, without duplicates. */
const inTests = () =>
  files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['"`]row (\d+): /g)].map(([, row]) => ({
      row: Number(row),
      file: basename(file).replace(/\.(spec|test)\.ts$/, ''),
    })),
  )

const inTable = () =>
  [...readFileSync('docs/faults.md', 'utf8').matchAll(/^\| (\d+) \|.*\| ([\w., ]+) \|$/gm)].flatMap(([, row, files]) =>
    files.split(', ').map((file) => ({ row: Number(row), file })),
  )

const sentences = (proofs) =>
  [...new Set(proofs.map(({ row, file }) => `row ${String(row).padStart(2)}: in ${file}`))].sort()

it('names for each fault the tests that prove it', () => {
  expect(sentences(inTable())).toEqual(sentences(inTests()))
})

it('numbers them without a gap', () => {
  const rows = [...new Set(inTable().map(({ row }) => row))].sort((one, other) => one - other)
  expect(rows).toEqual(Array.from(rows, (_row, index) => index + 1))
})
