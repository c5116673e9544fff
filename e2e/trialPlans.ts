import type { Random } from './random.ts'
import { randomFrom } from './random.ts'

/** TRIALS_SEED repeats a run that failed; `npm run test:all` draws a new one each time and prints it. */
export const seed = Number(process.env['TRIALS_SEED'] || 8)

type Op = 'create' | 'rotate'

const kinds = ['before', 'afterCommit', 'reset', 'midBody', 'truncate', '502', '504'] as const

/** How one answer gets lost. */
export interface Cut {
  kind: (typeof kinds)[number]
  /** How much of the body arrives, for `midBody` and `truncate`. */
  bytes: number
}

export interface Trial {
  number: number
  op: Op
  /** Whether this Waldur answers a repeated `Idempotency-Key` by its first answer. */
  replays: boolean
  /** What becomes of the page's send, and then of what the browser sends again by itself. */
  cuts: [Cut, ...Cut[]]
  /** Whether an older token of the same name is there, which has nothing to do with it; before a create only. */
  namesake: boolean
}

/** The answers to both requests are a little longer than this. */
const SHORTEST_ANSWER = 440

const drawCut = (random: Random, kind: Cut['kind']): Cut => ({ kind, bytes: 1 + random.below(SHORTEST_ANSWER - 1) })

/** Follows from the seed and the number alone. The four sorts take turns, and so do the first cuts; the rest is drawn. */
function trial(number: number): Trial {
  const random = randomFrom(seed * 1000 + number)
  // Any seven in a row begin with seven cuts, and so do any seven of one sort.
  const turn = Math.floor((number - 1) / 4) + 2 * (number % 4) + seed
  const resends = Array.from({ length: random.below(4) }, () => drawCut(random, random.one(kinds)))
  return {
    number,
    op: number % 2 === 1 ? 'create' : 'rotate',
    replays: (number - 1) % 4 < 2,
    cuts: [drawCut(random, kinds[turn % kinds.length] ?? 'before'), ...resends],
    namesake: number % 2 === 1 && random.below(3) === 0,
  }
}

export const trials: Trial[] = Array.from({ length: 200 }, (_, at) => trial(at + 1))

const cutWords = ({ kind, bytes }: Cut) => (kind === 'midBody' || kind === 'truncate' ? `${kind} at ${bytes}` : kind)

/** A name to find it by, and what it does. */
export const titleOf = ({ number, op, replays, cuts, namesake }: Trial): string =>
  `trial ${number}: ${op}, ${replays ? 'replays' : 'no replays'}, ${cuts.map(cutWords).join(' then ')}${namesake ? ', a namesake' : ''}`
