import * as z from 'zod/mini'
import { storageOf } from '../api/storage.ts'

/**
 * What this tab went away for, and when by this computer's clock: on the way back nothing of the server's is known yet.
 * Without it an answer is not taken: anybody could send a link that signs one in.
 */
const Departure = z.object({ provider: z.string(), at: z.number(), back: z.string(), stay: z.boolean() })
export type Departure = z.output<typeof Departure>

const KEY = 'waldur-tokens.departure'
const LONGEST_MS = 30 * 60_000

export function noteDeparture(departure: Departure): void {
  storageOf('sessionStorage')?.setItem(KEY, JSON.stringify(departure))
  addEventListener('pageshow', forgetOnBack)
}

/** A page restored from the back/forward cache gets this event and nothing else. */
function forgetOnBack({ persisted }: PageTransitionEvent): void {
  if (persisted) forgetDeparture()
}

/** Whatever else happens in this tab after leaving ends it: what arrives later was begun by somebody else. */
export const forgetDeparture = (): void => storageOf('sessionStorage')?.removeItem(KEY)

/** The departure, once; null where there is none, or it is too old. */
export function takeDeparture(): Departure | null {
  try {
    const stored = storageOf('sessionStorage')?.getItem(KEY)
    forgetDeparture()
    const read = Departure.safeParse(JSON.parse(stored ?? 'null'))
    return read.success && Date.now() - read.data.at < LONGEST_MS && isOurs(read.data.back) ? read.data : null
  } catch {
    // Something else wrote there: as if nothing had begun here.
    return null
  }
}

const isOurs = (path: string): boolean => new URL(path, location.origin).origin === location.origin
