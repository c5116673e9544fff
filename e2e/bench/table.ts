import type { PageName, Profile } from './world.ts'

/** One number from one run. */
export interface Sample {
  /** The conditions that make the numbers comparable: "cold", "10,000 tokens". */
  part: string
  profile: Profile
  measure: string
  unit: 'ms' | 'MB' | 'kB' | ''
  page: PageName
  value: number
}

/** The percentile of the values, by nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 50)

const placeOf = ({ profile, part }: Sample) => `${profile}, ${part}`

/** One row per measure: each page's median with minimum and maximum, and our median as a multiple of the others'. */
export function tableOf(samples: readonly Sample[]): string {
  const others = (['floor', 'react-admin'] as const).filter((name) => samples.some(({ page }) => page === name))
  const lines = [['', '', '', 'ours', '(least–most)', ...others.flatMap((name) => [name, '(least–most)', '×'])]]
  for (const place of new Set(samples.map(placeOf))) {
    const here = samples.filter((sample) => placeOf(sample) === place)
    for (const { measure, unit } of new Map(here.map((sample) => [sample.measure, sample])).values()) {
      const of = (page: PageName) =>
        here.filter((sample) => sample.measure === measure && sample.page === page).map(({ value }) => value)
      const compared = others.flatMap((name) => [...figures(of(name)), ratio(of('ours'), of(name))])
      const isFirst = measure === here[0]?.measure
      lines.push([isFirst ? place : '', measure, unit, ...figures(of('ours')), ...compared])
    }
  }
  return aligned(lines, 3)
}

function figures(values: readonly number[]): [string, string] {
  if (values.length === 0) return ['', '']
  return [shown(median(values)), `(${shown(Math.min(...values))}–${shown(Math.max(...values))})`]
}

function ratio(ours: readonly number[], other: readonly number[]): string {
  const value = median(ours) / median(other)
  return Number.isFinite(value) ? value.toFixed(2) : ''
}

const shown = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 1 ? 3 : value < 100 ? 1 : 0 })

/** Pads columns to their widest cell: the first `words` columns to the left, the numbers after them to the right. */
export function aligned(lines: readonly string[][], words: number): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const cell = (text: string, column: number) =>
    column < words ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}
