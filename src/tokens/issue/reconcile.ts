import type { RequestError } from '../../api/errors.ts'
import { mayStillRun } from '../../api/failures.ts'
import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import type { JournalEntry } from './journal.ts'

/** The state just before a request that issues a token. */
export interface Before {
  /** The uuids of the existing tokens, as far as the page had loaded them, including unreadable ones. */
  uuids: ReadonlySet<string>
  /** The server's time, in milliseconds. */
  at: number
}

/**
 * If the server has not done it two minutes after the request, it never will: Waldur's image leaves gunicorn's limit at
 * 30 seconds (its gunicorn.conf.py).
 */
export const PATIENCE_MS = 120_000

/** How much older than `before.at` a new token may look, because the server's clock is known only to a second or so. */
const TOLERANCE_MS = 5000

/**
 * The tokens that a request for `name` may have issued: active, new, with that name, created since. Names are not
 * unique, so this can include one that the user created in another tab in the same seconds. Texts therefore say "a
 * token with this name".
 */
export const issuedSince = (before: Before, name: string, tokens: readonly Token[]): Token[] =>
  madeSince(before, name, tokens).filter(({ is_active }) => is_active)

/** The same tokens, including those that have ended since. */
const madeSince = (before: Before, name: string, tokens: readonly Token[]): Token[] =>
  tokens.filter(
    (token) =>
      token.name === name && !before.uuids.has(token.uuid) && instantMs(token.created) >= before.at - TOLERANCE_MS,
  )

/** Whether a token without a creation time may be one of those. */
const mayBeMade = ({ uuids }: Pick<Before, 'uuids'>, name: string | null, token: Token): boolean =>
  token.created === null && token.name === name && !uuids.has(token.uuid)

export interface Snapshot {
  before: Before
  name: string
  /** Tokens whose secret the user has, or is looking at in another tab, so none of them is lost. */
  known: ReadonlySet<string>
  /** The newest tokens as read after the request; null if they could not be read. */
  tokens: readonly Token[] | null
  /** How many of the newest tokens are unreadable and may be new, so that one of them may be the one we look for. */
  hidden?: number
}

/** The number of unreadable rows that did not exist before. */
export const hiddenSince = (
  { uuids }: Before,
  { unreadable, unread }: { unreadable: number; unread: readonly { uuid: string }[] },
): number => unreadable - unread.filter(({ uuid }) => uuids.has(uuid)).length

export interface RotateSnapshot extends Snapshot {
  /** Whether the token to be rotated has ended, read after `tokens`; null if unknown. */
  ended: boolean | null
}

export type CreateOutcome =
  | { kind: 'cannot tell' }
  | { kind: 'nothing' }
  /** Issued, but the secret never arrived. */
  | { kind: 'lost'; tokens: Token[] }

/**
 * What happened to a create request whose response was lost. Browsers resend a request whose connection dies, so there
 * may be two tokens. "Nothing" is preliminary while `mayFollow`.
 */
export function outcomeOfCreate({ before, name, tokens, hidden = 0, known }: Snapshot): CreateOutcome {
  if (tokens === null) return { kind: 'cannot tell' }
  const issued = issuedSince(before, name, tokens).filter(({ uuid }) => !known.has(uuid))
  if (issued.length > 0) return { kind: 'lost', tokens: issued }
  return { kind: hidden > 0 || tokens.some((token) => mayBeMade(before, name, token)) ? 'cannot tell' : 'nothing' }
}

/**
 * Whether a server that is still at work may issue a token after the list was read.
 * @param readAt when that read began, in milliseconds by the server's clock
 */
export const mayFollow = ({ before, readAt }: { before: Before; readAt: number }, error: RequestError): boolean =>
  mayStillRun(error) && readAt - before.at <= PATIENCE_MS

export type RotateOutcome =
  | CreateOutcome
  /** The old token has ended and there is no new one: it was revoked, or rotated earlier. */
  | { kind: 'dead' }
  /** The old token has ended, and another tab of this browser has the new one. */
  | { kind: 'elsewhere'; token: Token }
  /** There is a new token, but the old one is still active. */
  | { kind: 'both'; tokens: Token[] }

/** What happened to a rotation whose response was lost. */
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

/** Further tokens that the request may have issued besides the one whose secret arrived. */
export const duplicatesOf = (uuid: string, { before, name, tokens, known }: Snapshot): Token[] =>
  issuedSince(before, name, tokens ?? []).filter((token) => token.uuid !== uuid && !known.has(token.uuid))

/** How long other tabs need to know that the user has a secret. */
const DONE_MS = 600_000

export interface Findings {
  /** Active tokens whose secret no one has confirmed having. */
  unseen: { entry: JournalEntry; token: Token }[]
  /** Requests that have issued nothing so far. */
  nothing: JournalEntry[]
  /** Ids of entries that are no longer needed. */
  settled: string[]
}

/** The user's tokens, as read after the requests in the journal. */
interface Reading {
  tokens: readonly Token[]
  /** When they were read, in milliseconds by the server's clock. */
  readAt: number
  /** Whether these are all tokens of the user. */
  isComplete: boolean
  /** Tokens whose secret the user has, or is looking at in an open dialog of any tab. */
  known: ReadonlySet<string>
}

/**
 * What the tokens reveal about requests that no dialog is responsible for, because the page was left or the dialog
 * closed. A token that was used or has ended no longer matters.
 * @param entries of the signed-in user
 */
export function findings(
  entries: readonly JournalEntry[],
  tokens: readonly Token[],
  { known, ...read }: Omit<Reading, 'tokens'>,
): Findings {
  const reading = { ...read, tokens, known: new Set([...known, ...entries.flatMap(({ uuid }) => uuid ?? [])]) }
  const found: Findings = { unseen: [], nothing: [], settled: [] }
  for (const entry of entries) {
    const fate = fateOf(entry, reading)
    if (fate === 'settled') found.settled.push(entry.id)
    else if (fate === 'nothing') found.nothing.push(entry)
    else if (fate !== 'open') found.unseen.push(...fate.map((token) => ({ entry, token })))
  }
  return found
}

/**
 * What became of one request: the active tokens whose secret no one has confirmed having, nothing so far, nothing that
 * matters anymore, or not known yet.
 */
function fateOf(entry: JournalEntry, reading: Reading): Token[] | 'nothing' | 'settled' | 'open' {
  const { at, state, uuid, name } = entry
  const { tokens, readAt, isComplete, known } = reading
  if (state === 'done') return readAt - at > DONE_MS ? 'settled' : 'open'
  // Once the token is known, its name no longer matters.
  const made =
    name === null ? tokens.filter((token) => token.uuid === uuid) : madeSince({ uuids: known, at }, name, tokens)
  const issued = name === null ? made : made.filter(({ is_active }) => is_active)
  const unseen = issued.filter(
    ({ is_active, last_used_at, expires_at }) =>
      is_active && (!last_used_at || entry.tried) && instantMs(expires_at) > readAt,
  )
  if (unseen.length > 0) return unseen
  if (issued.length > 0 || (isComplete && readAt - at > PATIENCE_MS)) return 'settled'
  // A token that the request issued may have been ended from this very notice.
  const isNothing = made.length === 0 && !tokens.some((token) => mayBeMade({ uuids: known }, name, token))
  return state === 'asked' && isComplete && isNothing ? 'nothing' : 'open'
}
