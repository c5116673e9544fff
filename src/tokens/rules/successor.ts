import { instantMs } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenState } from './expiry.ts'

/**
 * The newest active token that can take this one's place, or null: of the same name, issued later, with a later end,
 * and with at least the same permissions in the same entities.
 * @param nowMs the server's time
 */
export function successorOf(token: Token, tokens: readonly Token[], nowMs: number): Token | null {
  const places = placesOf(token)
  return (
    tokens
      .filter(
        (other) =>
          other.name === token.name &&
          tokenState(other, nowMs) === 'active' &&
          instantMs(other.created) > instantMs(token.created) &&
          instantMs(other.expires_at) > instantMs(token.expires_at) &&
          token.scopes.every((scope) => other.scopes.includes(scope)) &&
          placesOf(other) === places,
      )
      .sort((one, another) => instantMs(another.created) - instantMs(one.created))[0] ?? null
  )
}

/** An active token, and when the newer one was used that took its place. */
interface Replaced {
  token: Token
  /** Milliseconds since 1970. */
  usedAt: number
}

/**
 * The active tokens whose place a newer one has taken: that one was used, and they were not since it was issued.
 * @param nowMs the server's time
 */
export function replacedTokens(tokens: readonly Token[], nowMs: number): Replaced[] {
  const namesakes = new Map<string, Token[]>()
  for (const token of tokens) {
    if (tokenState(token, nowMs) !== 'active') continue
    const others = namesakes.get(token.name)
    if (others) others.push(token)
    else namesakes.set(token.name, [token])
  }
  return [...namesakes.values()].flatMap((same) =>
    same.flatMap((token): Replaced[] => {
      const by = successorOf(token, same, nowMs)
      return by && by.last_used_at !== null && !isUsedSince(token, by)
        ? [{ token, usedAt: instantMs(by.last_used_at) }]
        : []
    }),
  )
}

const isUsedSince = (token: Token, by: Token): boolean =>
  token.last_used_at !== null && instantMs(token.last_used_at) >= instantMs(by.created)

/** Deleted entities carry nothing on, but a token that had some is still bound. */
const placesOf = ({ allowed_scopes }: Token): string =>
  allowed_scopes.length === 0
    ? 'everywhere'
    : allowed_scopes
        .flatMap(({ type, uuid }) => (uuid === null ? [] : [`${type}:${uuid}`]))
        .sort()
        .join(' ')
