import type { Random } from './random.ts'
import { randomFrom } from './random.ts'

/** JOURNEYS_SEED repeats a failed run; `npm run test:all` chooses a new one each time and prints it. */
export const seed = Number(process.env['JOURNEYS_SEED'] || 8)

type Op = 'create' | 'rotate'

const kinds = ['before', 'afterCommit', 'reset', 'midBody', 'truncate', '502', '504'] as const

/** How one response gets lost. */
export interface Cut {
  kind: (typeof kinds)[number]
  /** How much of the body is sent, for `midBody` and `truncate`. */
  bytes: number
}

export interface LossPlan {
  number: number
  op: Op
  /** Whether Waldur repeats its first response to a repeated `Idempotency-Key`. */
  replays: boolean
  /** What happens to the responses: first to the page's own request, then to the browser's resends. */
  cuts: [Cut, ...Cut[]]
  /** Whether an unrelated older token has the same name; only before a create. */
  namesake: boolean
}

/** The responses to both requests are slightly longer than this. */
const SHORTEST_RESPONSE = 440

const drawCut = (random: Random, kind: Cut['kind']): Cut => ({ kind, bytes: 1 + random.below(SHORTEST_RESPONSE - 1) })

/**
 * Depends only on the seed and the number. The four combinations alternate, and so do the first cuts; the rest is
 * random.
 */
function planOf(number: number): LossPlan {
  const random = randomFrom(seed * 1000 + number)
  // Any seven consecutive plans start with seven different cuts, and so do any seven of one combination.
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

export const plans: LossPlan[] = Array.from({ length: 200 }, (_, at) => planOf(at + 1))

const cutWords = ({ kind, bytes }: Cut) => (kind === 'midBody' || kind === 'truncate' ? `${kind} at ${bytes}` : kind)

/** The number, to find it by, and what happens. */
export const titleOf = ({ number, op, replays, cuts, namesake }: LossPlan): string =>
  `loss ${number}: ${op}, ${replays ? 'replays' : 'no replays'}, ${cuts.map(cutWords).join(' then ')}${namesake ? ', a namesake' : ''}`
