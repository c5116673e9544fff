import * as z from 'zod/mini'
import { store, stored } from '../api/storage.ts'

/**
 * Which identity provider this tab left for, and when by the browser's clock, because the server's is not yet known on
 * the way back. Without a departure no sign-in is accepted: anyone could send a link that signs the user in.
 */
const Departure = z.object({ provider: z.string(), at: z.number(), back: z.string(), stay: z.boolean() })
export type Departure = z.output<typeof Departure>

const KEY = 'waldur-tokens.departure'
const LONGEST_MS = 30 * 60_000

/** @returns false if the browser refuses to store it, so that no sign-in could return */
export function noteDeparture(departure: Departure): boolean {
  addEventListener('pageshow', forgetOnBack)
  return store('sessionStorage', KEY, JSON.stringify(departure))
}

/** A page restored from the back/forward cache gets this event and nothing else. */
function forgetOnBack({ persisted }: PageTransitionEvent): void {
  if (persisted) forgetDeparture()
}

/** Anything else that happens in this tab forgets the departure, because a later response could be an attacker's. */
export const forgetDeparture = (): boolean => store('sessionStorage', KEY, null)

/** Returns the departure and forgets it; null if there is none or it is too old. */
export function takeDeparture(): Departure | null {
  try {
    const noted = stored('sessionStorage', KEY)
    forgetDeparture()
    const read = Departure.safeParse(JSON.parse(noted ?? 'null'))
    return read.success && Date.now() - read.data.at < LONGEST_MS && isOurs(read.data.back) ? read.data : null
  } catch {
    // Another script wrote there. Treat it as no departure.
    return null
  }
}

const isOurs = (path: string): boolean => new URL(path, location.origin).origin === location.origin
