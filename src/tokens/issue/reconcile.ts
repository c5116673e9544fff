import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'

/** What was true just before a request that issues a token. */
export interface Before {
  /** The tokens that were there, as far as the page had loaded them. */
  uuids: ReadonlySet<string>
  /** The server's time, in milliseconds. */
  at: number
}

/** How much older than `before.at` a new token may look: the server's clock is known to a second or so. */
const TOLERANCE_MS = 5000

/**
 * The tokens that a request for `name` may have issued: alive, not there before, of that name, made since. Names are
 * not unique, so this can include one that the user made in another tab in the same seconds; hence "a token with
 * this name" wherever it is put into words.
 */
export function issuedSince(before: Before, name: string, tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token) =>
      token.is_active &&
      token.name === name &&
      !before.uuids.has(token.uuid) &&
      instantMs(token.created) >= before.at - TOLERANCE_MS,
  )
}

export interface Evidence {
  before: Before
  name: string
  /** The newest tokens as read after the request; null while they cannot be read. */
  tokens: readonly Token[] | null
}

export type CreateOutcome =
  | { kind: 'cannot tell' }
  | { kind: 'nothing' }
  /** Issued, but the secret never arrived. */
  | { kind: 'lost'; tokens: Token[] }

/**
 * What became of a create whose answer says nothing. Browsers send a request again when a connection dies under it,
 * so there may be two tokens; and a slow server may still commit, so "nothing" is only for now.
 */
export function outcomeOfCreate({ before, name, tokens }: Evidence): CreateOutcome {
  if (tokens === null) return { kind: 'cannot tell' }
  const issued = issuedSince(before, name, tokens)
  return issued.length === 0 ? { kind: 'nothing' } : { kind: 'lost', tokens: issued }
}

export type RotateOutcome =
  | CreateOutcome
  /** The old token is dead, and no new one is there: it was revoked, or rotated earlier. */
  | { kind: 'dead' }
  /** A new token is there, and the old one lives on. */
  | { kind: 'both'; tokens: Token[] }

/** The same for a rotation; `old` is the token as it is now, null when it cannot be read. */
export function outcomeOfRotate(evidence: Evidence, old: Token | null): RotateOutcome {
  const outcome = outcomeOfCreate(evidence)
  if (outcome.kind === 'cannot tell' || old === null) return { kind: 'cannot tell' }
  if (outcome.kind === 'nothing') return old.is_active ? outcome : { kind: 'dead' }
  return old.is_active ? { kind: 'both', tokens: outcome.tokens } : outcome
}

/** Other tokens that the same request issued beside the one whose secret arrived. */
export const twinsOf = (uuid: string, { before, name, tokens }: Evidence): Token[] =>
  issuedSince(before, name, tokens ?? []).filter((token) => token.uuid !== uuid)
