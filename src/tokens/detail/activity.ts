import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import type { TokenEvent } from './events.ts'

/** What one kind of request has returned so far. */
export interface Read {
  /** Newest first. */
  rows: readonly TokenEvent[]
  hasMore: boolean
}

/** One line: an event, or several consecutive ones of the same kind. */
export interface ActivityLine {
  /** The newest of them. */
  event: TokenEvent
  count: number
  /** Null if Waldur identifies this token by uuid. Otherwise how many other tokens had the name at that time. */
  byName: { others: number } | null
}

export interface TokenActivity {
  /** What was done with the token, newest first. */
  did: ActivityLine[]
  /** What happened to the token, newest first. */
  happened: ActivityLine[]
}

/** A token's row and its event are written by one request, which may be slow. */
const NEAR_MS = 3000

/** Tokens created this close together cannot be told apart by time. */
const TOGETHER_MS = 200

/** Waldur ends expired tokens every six hours, and needs a while for it (waldur-api, section 2.11). */
const SWEPT_MS = 7 * 3_600_000

const time = (event: TokenEvent) => instantMs(event.created)
/** NaN if unknown; then it may have existed before. */
const born = (token: Token) => instantMs(token.created)
const isNear = (one: number, other: number) => Math.abs(one - other) <= NEAR_MS

/** The token created at that time, or those created together then. */
function bornAt(tokens: readonly Token[], at: number): Token[] {
  const distance = (token: Token) => (token.created === null ? Number.POSITIVE_INFINITY : Math.abs(born(token) - at))
  const least = Math.min(NEAR_MS, ...tokens.map(distance))
  return tokens.filter((token) => distance(token) <= Math.min(NEAR_MS, least + TOGETHER_MS))
}

/** A rotated token and its successor have the same end (waldur-api, section 2.8). */
const haveSameEnd = (one: Token, other: Token) => instantMs(one.expires_at) === instantMs(other.expires_at)

/** When tokens were ended by a rotation, where only one token of the name can be meant. */
function rotatedAway(events: readonly TokenEvent[], tokens: readonly Token[]): Map<string, number> {
  const ended = new Map<string, number>()
  const rotations = events.filter(({ event_type }) => event_type === 'pat_rotated').map(time)
  for (const at of rotations.sort((one, other) => one - other)) {
    const [next, ...more] = bornAt(tokens, at)
    if (!next || more.length > 0) continue
    const could = tokens.filter(
      (token) => !token.is_active && !ended.has(token.uuid) && !(born(token) >= born(next)) && haveSameEnd(token, next),
    )
    if (could[0] && could.length === 1) ended.set(could[0].uuid, at)
  }
  return ended
}

/** Whether an event with the token's name can be about it, judging by the time and by the token's state. */
function canBeAbout(event: TokenEvent, token: Token, tokens: readonly Token[], ended: Map<string, number>): boolean {
  const at = time(event)
  const made = bornAt(tokens, at)
  const isAtBirth = made.includes(token)
  if (event.event_type === 'pat_created') return isAtBirth
  if (event.event_type === 'pat_rotated' && isAtBirth) return true
  if (token.is_active || at < born(token)) return false
  const end = ended.get(token.uuid)
  if (end !== undefined) return event.event_type === 'pat_rotated' && isNear(at, end)
  if (event.event_type === 'pat_expired') return at >= instantMs(token.expires_at) - NEAR_MS
  if (event.event_type === 'pat_revoked') return true
  return made.length === 0 || made.some((next) => haveSameEnd(next, token))
}

/** Whether the token existed then: created before and not ended. An ended token can still be revoked. */
function wasThere(token: Token, event: TokenEvent, ended: Map<string, number>): boolean {
  const at = time(event)
  const end = Math.min(ended.get(token.uuid) ?? Number.POSITIVE_INFINITY, instantMs(token.expires_at) + SWEPT_MS)
  return !(born(token) > at + TOGETHER_MS) && (event.event_type === 'pat_revoked' || end >= at - NEAR_MS)
}

/** The events with the token's name that can be about it. */
function matched(token: Token, namesakes: readonly Token[], rows: readonly TokenEvent[]): ActivityLine[] {
  const others = namesakes.filter(({ name, uuid }) => name === token.name && uuid !== token.uuid)
  const tokens = [token, ...others]
  const named = rows.filter(({ context }) => context.pat_uuid === null && context.pat_name === token.name)
  const ended = rotatedAway(named, tokens)
  return named
    .filter((event) => canBeAbout(event, token, tokens, ended))
    .map((event) => {
      const there = others.filter((other) => wasThere(other, event, ended))
      return { event, count: 1, byName: { others: there.length } }
    })
}

/**
 * Holds back entries older than the last loaded ones of a request with more pages, because further entries may come in
 * between.
 */
function settled(entries: ActivityLine[], reads: readonly Read[]): ActivityLine[] {
  const ends = reads.flatMap(({ rows, hasMore }) => (hasMore ? rows.slice(-1).map(time) : []))
  const shown = entries.filter(({ event }) => ends.every((end) => time(event) >= end))
  return shown.length > 0 ? shown : entries
}

export const isDenial = ({ event_type }: TokenEvent): boolean =>
  event_type === 'pat_access_denied_from_ip' || event_type === 'pat_authentication_rejected'

/** The IP address, as far as Waldur knows it. */
export const addressOf = ({ context }: TokenEvent): string | null => context.source_ip || context.ip_address || null

const isSameDenial = (one: TokenEvent, other: TokenEvent): boolean =>
  isDenial(one) &&
  one.event_type === other.event_type &&
  addressOf(one) === addressOf(other) &&
  one.context.reason === other.context.reason

/** Merges consecutive denials with the same address and reason into one line with a count. */
function counted(entries: readonly ActivityLine[]): ActivityLine[] {
  const lines: ActivityLine[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && isSameDenial(last.event, entry.event)) lines[lines.length - 1] = { ...last, count: last.count + 1 }
    else lines.push(entry)
  }
  return lines
}

/** Events about tokens have their own prefix; everything else was done with a token. */
const isAboutTokens = ({ event_type }: TokenEvent) => event_type.startsWith('pat_')

/**
 * What a token did and what happened to it. Waldur identifies the token by its uuid in most events. Creation and end
 * have only its name, so those are matched by name and time ([oracle], fact 30).
 * @param namesakes the caller's tokens, as far as known
 * @param byName events of the caller's tokens whose message contains this name
 * @param byUuid events requested by the token's uuid, one list for each kind of request
 * @returns null if there are events but none has the uuid: an older Waldur ignores the filter
 */
export function activityOf(
  token: Token,
  namesakes: readonly Token[],
  byName: Read,
  byUuid: readonly Read[],
): TokenActivity | null {
  const asked = byUuid.flatMap(({ rows }) => rows)
  const isAbout = ({ context }: TokenEvent) => context.pat_uuid === token.uuid
  if (asked.length > 0 && !asked.some(isAbout)) return null
  const sure = new Map([...asked, ...byName.rows].filter(isAbout).map((event) => [event.uuid, event]))
  const entries = [
    ...[...sure.values()].map((event): ActivityLine => ({ event, count: 1, byName: null })),
    ...matched(token, namesakes, byName.rows),
  ]
  const shown = settled(entries, [byName, ...byUuid]).sort((one, other) => time(other.event) - time(one.event))
  return {
    did: shown.filter(({ event }) => !isAboutTokens(event)),
    happened: counted(shown.filter(({ event }) => isAboutTokens(event))),
  }
}
