import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import type { JournalEntry } from './journal.ts'

/** What was true just before a request that issues a token. */
export interface Before {
  /** The tokens that were there, as far as the page had loaded them; those that cannot be read by their uuids. */
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
export const issuedSince = (before: Before, name: string, tokens: readonly Token[]): Token[] =>
  madeSince(before, name, tokens).filter(({ is_active }) => is_active)

/** The same, and those that were ended again. */
const madeSince = (before: Before, name: string, tokens: readonly Token[]): Token[] =>
  tokens.filter(
    (token) =>
      token.name === name && !before.uuids.has(token.uuid) && instantMs(token.created) >= before.at - TOLERANCE_MS,
  )

/** Whether the token may be one of those, as it does not say when it was made. */
const mayBeMade = ({ uuids }: Pick<Before, 'uuids'>, name: string | null, token: Token): boolean =>
  token.created === null && token.name === name && !uuids.has(token.uuid)

export interface Snapshot {
  before: Before
  name: string
  /** Tokens whose secret somebody has, or is looking at in another tab: none of them is a lost one. */
  known: ReadonlySet<string>
  /** The newest tokens as read after the request; null while they cannot be read. */
  tokens: readonly Token[] | null
  /** How many of the newest tokens cannot be read and may be new, so that one of them may be the one we want. */
  hidden?: number
}

/** Rows that cannot be read, but for those that were there before. */
export const hiddenSince = (
  { uuids }: Before,
  { unreadable, unreadableUuids }: { unreadable: number; unreadableUuids: readonly string[] },
): number => unreadable - unreadableUuids.filter((uuid) => uuids.has(uuid)).length

export interface RotateSnapshot extends Snapshot {
  /** Whether the token that was to be rotated has ended, as seen after `tokens`; null while that is not known. */
  ended: boolean | null
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
export function outcomeOfCreate({ before, name, tokens, hidden = 0, known }: Snapshot): CreateOutcome {
  if (tokens === null) return { kind: 'cannot tell' }
  const issued = issuedSince(before, name, tokens).filter(({ uuid }) => !known.has(uuid))
  if (issued.length > 0) return { kind: 'lost', tokens: issued }
  return { kind: hidden > 0 || tokens.some((token) => mayBeMade(before, name, token)) ? 'cannot tell' : 'nothing' }
}

export type RotateOutcome =
  | CreateOutcome
  /** The old token is dead, and no new one is there: it was revoked, or rotated earlier. */
  | { kind: 'dead' }
  /** The old token is dead, and another tab of this browser has the new one. */
  | { kind: 'elsewhere'; token: Token }
  /** A new token is there, and the old one lives on. */
  | { kind: 'both'; tokens: Token[] }

/** The same for a rotation. */
export function outcomeOfRotate({ ended, ...snapshot }: RotateSnapshot): RotateOutcome {
  const outcome = outcomeOfCreate(snapshot)
  if (outcome.kind === 'cannot tell' || ended === null) return { kind: 'cannot tell' }
  if (outcome.kind === 'nothing') {
    if (!ended) return outcome
    const { known, name, tokens } = snapshot
    const token = tokens?.find(
      (candidate) => known.has(candidate.uuid) && candidate.name === name && candidate.is_active,
    )
    return token ? { kind: 'elsewhere', token } : { kind: 'dead' }
  }
  return ended ? outcome : { kind: 'both', tokens: outcome.tokens }
}

/** Other tokens that the same request may have issued beside the one whose secret arrived. */
export const duplicatesOf = (uuid: string, { before, name, tokens, known }: Snapshot): Token[] =>
  issuedSince(before, name, tokens ?? []).filter((token) => token.uuid !== uuid && !known.has(token.uuid))

/** A server that has not done it two minutes after the request never will, and no look at it is older than that. */
const PATIENCE_MS = 120_000
/** How long other tabs must know that somebody has a secret. */
const DONE_MS = 600_000

export interface Findings {
  /** Living tokens of which nobody said to have the secret. */
  unseen: { entry: JournalEntry; token: Token }[]
  /** Requests of which nothing came so far. */
  nothing: JournalEntry[]
  /** Ids of entries that need no more looking after. */
  settled: string[]
}

/**
 * What the tokens say about requests that nobody looks after any more: the page was left, or its dialog closed.
 * A token that was used, that ended or that was ended is no longer of interest.
 * @param entries of the signed-in user
 * @param readAt when the tokens were read, in the server's milliseconds
 * @param isComplete whether these are all of the user's tokens
 * @param known tokens whose secret somebody has, or is looking at in a dialog that is open, in whatever tab
 */
export function findings(
  entries: readonly JournalEntry[],
  tokens: readonly Token[],
  { readAt, isComplete, known: open }: { readAt: number; isComplete: boolean; known: ReadonlySet<string> },
): Findings {
  const found: Findings = { unseen: [], nothing: [], settled: [] }
  const known = new Set([...open, ...entries.flatMap(({ uuid }) => uuid ?? [])])
  for (const entry of entries) {
    const { id, at, state, uuid, name } = entry
    const hits = tokens.filter((token) => token.uuid === uuid)
    const made = name === null ? hits : madeSince({ uuids: known, at }, name, tokens)
    const issued = name === null ? hits : made.filter(({ is_active }) => is_active)
    const isOver = ({ is_active, last_used_at, expires_at }: Token) =>
      !is_active || (last_used_at && !entry.tried) || instantMs(expires_at) <= readAt
    const living = issued.filter((token) => !isOver(token))

    if (state === 'done') {
      if (readAt - at > DONE_MS) found.settled.push(id)
    } else if (living.length > 0) {
      found.unseen.push(...living.map((token) => ({ entry, token })))
    } else if (issued.length > 0 || (isComplete && readAt - at > PATIENCE_MS)) {
      found.settled.push(id)
    } else if (
      state === 'asked' &&
      isComplete &&
      made.length === 0 &&
      !tokens.some((token) => mayBeMade({ uuids: known }, name, token))
    ) {
      // What came of it may have been ended by now, from the notice itself.
      found.nothing.push(entry)
    }
  }
  return found
}
