/** One number of one run: of which page, and what was measured where. */
export interface Sample {
  /** Tokens, or what else makes the world large: "10,000 tokens". */
  world: string
  processor: string
  measure: string
  unit: 'ms' | 'MB' | ''
  page: 'app' | 'bare'
  value: number
}

/** The value below which so many of a hundred are, by nearest rank. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

const median = (values: readonly number[]): number => percentile(values, 50)

const key = ({ world, processor, measure, unit }: Sample) => [world, processor, measure, unit].join('\n')

/** A row for each thing measured: medians, the least and the most of all runs, and the median of the runs' ratios. */
export function tableOf(samples: readonly Sample[]): string {
  const lines = [['', 'processor', 'measure', '', 'app', '(least–most)', 'bare page', '(least–most)', 'ratio']]
  let [lastWorld, lastProcessor] = ['', '']
  for (const group of new Map(samples.map((sample) => [key(sample), sample])).values()) {
    const of = (page: Sample['page']) =>
      samples.filter((sample) => key(sample) === key(group) && sample.page === page).map(({ value }) => value)
    const [app, bare] = [of('app'), of('bare')]
    const ratios = app.map((value, run) => value / (bare[run] ?? Number.NaN)).filter(Number.isFinite)
    const { world, processor, measure, unit } = group
    const head = [world === lastWorld ? '' : world, world === lastWorld && processor === lastProcessor ? '' : processor]
    const ratio = ratios.length > 0 ? `× ${median(ratios).toFixed(ratios.every((each) => each > 20) ? 0 : 2)}` : ''
    lines.push([...head, measure, unit, ...figures(app), ...figures(bare), ratio])
    ;[lastWorld, lastProcessor] = [world, processor]
  }
  return aligned(lines)
}

function figures(values: readonly number[]): [string, string] {
  if (values.length === 0) return ['', '']
  return [shown(median(values)), `(${shown(Math.min(...values))}–${shown(Math.max(...values))})`]
}

const shown = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 1 ? 3 : value < 100 ? 1 : 0 })

/** Columns as wide as their widest cell; words to the left, numbers to the right. */
function aligned(lines: readonly string[][]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? []
  const cell = (text: string, column: number) =>
    column < 4 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n')
}
