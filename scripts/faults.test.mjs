import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const journeys = readdirSync('e2e').filter((file) => file.endsWith('.spec.ts'))

/** "row 29: in matrixCreateLost", sorted, without duplicates. */
const inJourneys = () =>
  journeys.flatMap((file) =>
    [...readFileSync(`e2e/${file}`, 'utf8').matchAll(/['"`]row (\d+): /g)].map(([, row]) => ({
      row: Number(row),
      file: file.replace('.spec.ts', ''),
    })),
  )

const inTable = () =>
  [...readFileSync('docs/faults.md', 'utf8').matchAll(/^\| (\d+) \|.*\| ([\w, ]+) \|$/gm)].flatMap(([, row, files]) =>
    files.split(', ').map((file) => ({ row: Number(row), file })),
  )

const sentences = (proofs) =>
  [...new Set(proofs.map(({ row, file }) => `row ${String(row).padStart(2)}: in ${file}`))].sort()

it('names for each fault the journeys that prove it', () => {
  expect(sentences(inTable())).toEqual(sentences(inJourneys()))
})

it('numbers them without a gap', () => {
  const rows = [...new Set(inTable().map(({ row }) => row))].sort((one, other) => one - other)
  expect(rows).toEqual(Array.from({ length: 62 }, (_, index) => index + 1))
})
