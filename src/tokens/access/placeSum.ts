import type { Access } from './access.ts'

/** What a token with some permissions comes to in one place, in a word. */
export type Sum =
  /** So many of the permissions that it decides work here or inside. */
  | { kind: 'works'; count: number; total: number }
  /** Nothing works, for the roles sit above the place. */
  | { kind: 'above' }
  /** Nothing works, for Waldur asks none of it on such a place. */
  | { kind: 'not asked' }
  | { kind: 'none' }

/**
 * Sums the verdicts of a place up. Neither what follows the role nor what is not known is in either number.
 * @returns null where nothing can be said: nothing is decided by the token, or what it comes to is not known
 */
export function sumOf(verdicts: readonly Access[]): Sum | null {
  const having = (...kinds: Access['kind'][]) => verdicts.filter(({ kind }) => kinds.includes(kind)).length
  const total = verdicts.length - having('follows', 'unknown')
  const count = having('works', 'inside')
  if (count > 0) return { kind: 'works', count, total }
  if (total === 0 || having('unknown') > 0) return null
  if (having('above') > 0) return { kind: 'above' }
  return { kind: having('not asked') === total ? 'not asked' : 'none' }
}
