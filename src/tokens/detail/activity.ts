import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import type { TokenEvent } from './events.ts'

/** What was read so far in one way of asking. */
export interface Read {
  /** The newest first. */
  rows: readonly TokenEvent[]
  hasMore: boolean
}

/** One line: an event, or several of the same kind after each other. */
export interface ActivityLine {
  /** The newest of them. */
  event: TokenEvent
  count: number
  /** Null: Waldur says by uuid that it is about this token. Else how many others of the name there were then. */
  byName: { others: number } | null
}

export interface TokenActivity {
  /** With the token, the newest first. */
  did: ActivityLine[]
  /** To the token, the newest first. */
  happened: ActivityLine[]
}

/** A token's row and its event are written by one request, which may be slow. */
const NEAR_MS = 3000

/** Tokens that were made as soon after each other are not told apart by time. */
const TOGETHER_MS = 200

/** Waldur ends what has expired every six hours, and takes a while for it (waldur-api, section 2.11). */
const SWEPT_MS = 7 * 3_600_000

const time = (event: TokenEvent) => instantMs(event.created)
/** NaN where that is not known: then it may have been there before. */
const born = (token: Token) => instantMs(token.created)
const isNear = (one: number, other: number) => Math.abs(one - other) <= NEAR_MS

/** The one that was made at that time, or those that were made together then. */
function bornAt(tokens: readonly Token[], at: number): Token[] {
  const distance = (token: Token) => (token.created === null ? Number.POSITIVE_INFINITY : Math.abs(born(token) - at))
  const least = Math.min(NEAR_MS, ...tokens.map(distance))
  return tokens.filter((token) => distance(token) <= Math.min(NEAR_MS, least + TOGETHER_MS))
}

/** A rotated token and the one that took its place have the same end (waldur-api, section 2.8). */
const haveSameEnd = (one: Token, other: Token) => instantMs(one.expires_at) === instantMs(other.expires_at)

/** When tokens ended by a rotation, of those for which it can be no other of the name. */
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

/** Whether an event with the token's name can be about it, by the time and by what has become of it. */
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

/** Whether there was such a token then: made before, and not over. One that is over can be revoked once more. */
function wasThere(token: Token, event: TokenEvent, ended: Map<string, number>): boolean {
  const at = time(event)
  const end = Math.min(ended.get(token.uuid) ?? Number.POSITIVE_INFINITY, instantMs(token.expires_at) + SWEPT_MS)
  return !(born(token) > at + TOGETHER_MS) && (event.event_type === 'pat_revoked' || end >= at - NEAR_MS)
}

/** Those events of a token's name that can be about it. */
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

/** What is older waits until all that is as new has been read: else something would come in between. */
function settled(entries: ActivityLine[], reads: readonly Read[]): ActivityLine[] {
  const ends = reads.flatMap(({ rows, hasMore }) => (hasMore ? rows.slice(-1).map(time) : []))
  const shown = entries.filter(({ event }) => ends.every((end) => time(event) >= end))
  return shown.length > 0 ? shown : entries
}

export const isDenial = ({ event_type }: TokenEvent): boolean =>
  event_type === 'pat_access_denied_from_ip' || event_type === 'pat_authentication_rejected'

/** From where, as far as Waldur knows. */
export const addressOf = ({ context }: TokenEvent): string | null => context.source_ip || context.ip_address || null

const isSameDenial = (one: TokenEvent, other: TokenEvent): boolean =>
  isDenial(one) &&
  one.event_type === other.event_type &&
  addressOf(one) === addressOf(other) &&
  one.context.reason === other.context.reason

/** Denials after each other, from the same address and for the same reason, as one line that counts them. */
function counted(entries: readonly ActivityLine[]): ActivityLine[] {
  const lines: ActivityLine[] = []
  for (const entry of entries) {
    const last = lines.at(-1)
    if (last && isSameDenial(last.event, entry.event)) lines[lines.length - 1] = { ...last, count: last.count + 1 }
    else lines.push(entry)
  }
  return lines
}

/** What happens to tokens has a name of its own; everything else was done with one. */
const isAboutTokens = ({ event_type }: TokenEvent) => event_type.startsWith('pat_')

/**
 * What a token did and what happened to it. Waldur names the token by its uuid in most events; where it is made or ends
 * only by its name, so those are matched by name and time ([oracle], fact 30).
 * @param namesakes the caller's tokens, as far as they are known
 * @param byName events of the caller's tokens with this name in them
 * @param byUuid events that were asked for by the token's uuid, in each way of asking
 * @returns null where such events come and none has the uuid: an older Waldur ignores what it was asked
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
