import type { LossPlan } from './lossPlans.ts'
import type { Said } from './lossSteps.ts'

export interface Result {
  plan: LossPlan
  said: Said
  /** Active tokens that the request created. */
  issued: number
  /** How often the request of one click arrived. */
  sends: number
}

const keys = ['op', 'first cut', 'replays']
const head = ['runs', 'sends', 'secret seen', 'found lost', 'found nothing', 'twins said', 'undetected']

/** The results: one row for each operation, first cut and setting of `IDEMPOTENCY`, and a total. */
export function tableOf(results: readonly Result[]): string {
  const groups = new Map<string, Result[]>()
  for (const result of results) {
    const { op, replays, cuts } = result.plan
    const key = [op, cuts[0].kind, replays ? 'yes' : 'no'].join()
    groups.set(key, [...(groups.get(key) ?? []), result])
  }
  const rows = [...groups].sort().map(([key, group]) => line(key.split(','), figures(group)))
  return [line(keys, head), ...rows, line(['all'], figures(results))].join('\n')
}

function figures(results: readonly Result[]): number[] {
  const count = (...kinds: Said['what'][]) => results.filter(({ said }) => kinds.includes(said.what)).length
  const sum = (figure: (result: Result) => number) => results.reduce((total, result) => total + figure(result), 0)
  return [
    results.length,
    sum(({ sends }) => sends),
    count('secret'),
    count('lost', 'both'),
    count('nothing', 'dead'),
    sum(({ said }) => (said.what === 'secret' ? said.named - 1 : 0)),
    sum(({ said, issued }) => Math.max(0, issued - said.named)),
  ]
}

const line = (texts: readonly string[], cells: readonly (string | number)[]) =>
  [
    ...keys.map((_key, at) => (texts[at] ?? '').padEnd(13)),
    ...cells.map((cell, at) => String(cell).padStart((head[at]?.length ?? 0) + 3)),
  ].join('')
