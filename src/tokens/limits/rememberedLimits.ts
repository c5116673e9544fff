import * as z from 'zod/mini'
import { apiOrigin } from '../../api/deployment.ts'
import { storageOf } from '../../api/storage.ts'
import { orUndefined } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'

/** What is known of this Waldur's limits. */
export interface Limits {
  /** The longest lifetime, in days. */
  days?: number | undefined
  /** The most active tokens that one may have. */
  tokens?: number | undefined
  /** The most addresses of one token. */
  networks?: number | undefined
  /** Waldur itself told them just now; else they are what refusals told, maybe long ago. */
  isTold?: true
}

/** A whole number that can be a limit: anything else is none. */
export const Limit = orUndefined(
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= 1 && value <= 36_500)),
)

const KEY = 'waldur-tokens.limits'

/** After so long it is asked anew: a limit that was raised would never be noticed by whoever keeps to it. */
const KEPT_MS = 30 * DAY

const Remembered = z.object({ origin: z.string(), at: z.number(), days: Limit, tokens: Limit })

/** What refusals of this Waldur have told in this browser; nothing where they are old, or the browser forbids storage. */
export function rememberedLimits(): Limits {
  const { days, tokens } = remembered() ?? {}
  return { days, tokens }
}

function remembered(): z.output<typeof Remembered> | null {
  try {
    const kept = Remembered.parse(JSON.parse(storageOf('localStorage')?.getItem(KEY) ?? ''))
    const age = Date.now() - kept.at
    // What is from the future, because the clock was wrong, would never be old.
    return kept.origin === apiOrigin() && age >= 0 && age < KEPT_MS ? kept : null
  } catch {
    // Nothing is there, or nothing of ours.
    return null
  }
}

/**
 * Keeps two numbers, their Waldur's origin and the time, and nothing about the user. One that is not said stays as it
 * was, and both are as old as the older one: to learn one says nothing of the other.
 */
export function rememberLimits(limits: Pick<Limits, 'days' | 'tokens'>): void {
  const stored = storageOf('localStorage')
  const before = remembered()
  const { days, tokens } = { ...before, ...limits }
  try {
    if (days === undefined && tokens === undefined) stored?.removeItem(KEY)
    else stored?.setItem(KEY, JSON.stringify({ origin: apiOrigin(), at: before?.at ?? Date.now(), days, tokens }))
  } catch {
    // No room: they are learnt once more.
  }
}
