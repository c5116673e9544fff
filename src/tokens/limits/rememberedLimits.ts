import * as z from 'zod/mini'
import { apiOrigin } from '../../api/deployment.ts'
import { store, stored } from '../../api/storage.ts'
import { orUndefined } from '../../api/wire.ts'
import { DAY } from '../../ui/time.ts'

/** The known limits of this Waldur server. */
export interface Limits {
  /** The longest lifetime, in days. */
  days?: number | undefined
  /** The most active tokens per user. */
  tokens?: number | undefined
  /** The most addresses per token. */
  networks?: number | undefined
  /** Waldur itself has just sent them; otherwise they come from rejections, perhaps old ones. */
  isTold?: true
}

/** A whole number that can be a limit. */
export const Limit = orUndefined(
  z.number().check(z.refine((value) => Number.isInteger(value) && value >= 1 && value <= 36_500)),
)

const KEY = 'waldur-tokens.limits'

/** When to forget limits, because a user who keeps to one would never notice that it was raised. */
const KEPT_MS = 30 * DAY

const Remembered = z.object({ origin: z.string(), at: z.number(), days: Limit, tokens: Limit })

/**
 * What rejections of this Waldur server have revealed in this browser; empty if they are old or the browser forbids
 * storage.
 */
export function rememberedLimits(): Limits {
  const { days, tokens } = remembered() ?? {}
  return { days, tokens }
}

function remembered(): z.output<typeof Remembered> | null {
  try {
    const kept = Remembered.parse(JSON.parse(stored('localStorage', KEY) ?? ''))
    const age = Date.now() - kept.at
    // An entry from the future, written while the clock was wrong, would never get old.
    return kept.origin === apiOrigin() && age >= 0 && age < KEPT_MS ? kept : null
  } catch {
    // There is no entry, or not one of ours.
    return null
  }
}

/**
 * Stores two numbers, their Waldur's origin and the time, and nothing about the user. Learning one keeps the other and
 * the older time, because it does not confirm the other.
 */
export function rememberLimits(limits: Pick<Limits, 'days' | 'tokens'>): void {
  const before = remembered()
  const { days, tokens } = { ...before, ...limits }
  const isEmpty = days === undefined && tokens === undefined
  // If the browser refuses, they will be learned again.
  store(
    'localStorage',
    KEY,
    isEmpty ? null : JSON.stringify({ origin: apiOrigin(), at: before?.at ?? Date.now(), days, tokens }),
  )
}
