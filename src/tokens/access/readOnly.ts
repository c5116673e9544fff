import type { Holder, Place } from './access.ts'
import { followsRole } from './follows.ts'
import { forecast } from './forecast.ts'

/** Permissions that grant nothing on their own and that roles have, the most common first. */
export const READING = ['PROJECT.LIST', 'RESOURCE.LIST', 'ORDER.LIST', 'CALL.LIST'] as const

/** Whether a token with these permissions only reads, because Waldur checks all of them against its owner's roles. */
export const onlyReads = (scopes: readonly string[]): boolean => scopes.length > 0 && scopes.every(followsRole)

/** Every subset, the smallest first, and those of one size in the given order. */
function choices(scopes: readonly string[]): string[][] {
  const [first, ...rest] = scopes
  if (first === undefined) return [[]]
  const without = choices(rest)
  return [...without.map((set) => [first, ...set]), ...without].sort((a, b) => a.length - b.length)
}

/**
 * The permissions of a token that only reads. Waldur issues no token without a permission, and accepts a place only if
 * one of them is held there ([oracle], fact 23). So this takes one that all places accept, and another one only for
 * places that reject it.
 * @param places null for everywhere
 * @param holder null until the caller's roles are known
 * @param available what the caller may put on a token
 */
export function readOnlyScopes(
  places: readonly Place[] | null,
  holder: Holder | null,
  available: readonly string[],
): string[] {
  const held = READING.filter((scope) => available.includes(scope))
  // Without a place Waldur accepts any permission that it knows, held or not (fact 22).
  const usable = held.length > 0 ? held : READING.slice(0, 1)
  const taken = (set: readonly string[]): number =>
    holder === null ? 0 : (places ?? []).filter((place) => forecast(set, place, holder).kind === 'accepted').length
  const most = taken(usable)
  return choices(usable).find((set) => set.length > 0 && taken(set) === most) ?? []
}
