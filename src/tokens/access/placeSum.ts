import type { Access } from './access.ts'

/** How a token's permissions do in one place, in short. */
export type Sum =
  /** So many of the permissions that the token decides work here or inside. */
  | { kind: 'works'; count: number; total: number }
  /** Nothing works, because the roles are held above the place. */
  | { kind: 'above' }
  /** Nothing works, because Waldur checks none of them on such a place. */
  | { kind: 'not asked' }
  | { kind: 'none' }

/**
 * Sums up the verdicts of a place. Permissions that follow the role and unknown ones are in neither number.
 * @returns null if there is nothing to say: the token decides none of them, or their effect is unknown
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
