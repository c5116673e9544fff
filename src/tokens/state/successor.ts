import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenState } from './expiry.ts'

/**
 * The newest active token that can replace this one, or null: with the same name, issued later, with a later end, and
 * with at least the same permissions in the same entities.
 * @param nowMs the server's time
 */
export function successorOf(token: Token, tokens: readonly Token[], nowMs: number): Token | null {
  return (
    tokens
      .filter((other) => canReplace(other, token, nowMs))
      .sort((one, another) => instantMs(another.created) - instantMs(one.created))[0] ?? null
  )
}

const canReplace = (other: Token, token: Token, nowMs: number): boolean =>
  isNewer(other, token, nowMs) &&
  instantMs(other.expires_at) > instantMs(token.expires_at) &&
  isWithin(token.scopes, other.scopes)

/** Active, with the same name, issued later, and for the same entities. */
const isNewer = (other: Token, token: Token, nowMs: number): boolean =>
  other.name === token.name &&
  tokenState(other, nowMs) === 'active' &&
  instantMs(other.created) > instantMs(token.created) &&
  placesOf(other) === placesOf(token)

const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((scope) => all.includes(scope))

/** An active token, and when the newer token that replaced it was used. */
interface Replaced {
  token: Token
  /** Milliseconds since 1970. */
  usedAt: number
}

/**
 * The active tokens that a newer one has replaced: the newest used token of the name has the same entities and the
 * same, more or fewer permissions, and the old one was not used since it was issued. Lifetimes do not matter, because a
 * replacement may be narrower in every way. Two passes over the tokens, because thousands may share a name.
 * @param nowMs the server's time
 */
export function replacedTokens(tokens: readonly Token[], nowMs: number): Replaced[] {
  const newestUsed = new Map<string, Token>()
  for (const token of tokens) {
    if (!token.last_used_at || tokenState(token, nowMs) !== 'active') continue
    const known = newestUsed.get(token.name)
    if (!known || instantMs(token.created) > instantMs(known.created)) newestUsed.set(token.name, token)
  }
  return tokens.flatMap((token): Replaced[] => {
    const by = newestUsed.get(token.name)
    if (!by?.last_used_at || by === token || tokenState(token, nowMs) !== 'active') return []
    const isSimilar = isWithin(token.scopes, by.scopes) || isWithin(by.scopes, token.scopes)
    return isNewer(by, token, nowMs) && isSimilar && !isUsedSince(token, by)
      ? [{ token, usedAt: instantMs(by.last_used_at) }]
      : []
  })
}

/** True also if the time of the last use is unknown. */
const isUsedSince = (token: Token, by: Token): boolean =>
  token.last_used_at !== null && !(instantMs(token.last_used_at) < instantMs(by.created))

/** Deleted entities do not need to be covered, but a token that had some is still bound. */
const placesOf = ({ allowed_scopes }: Token): string =>
  allowed_scopes.length === 0
    ? 'everywhere'
    : allowed_scopes
        .flatMap(({ type, uuid }) => (uuid === null ? [] : [`${type}:${uuid}`]))
        .sort()
        .join(' ')
