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

/** Deleted entities carry nothing on, but a token that had some is still bound. */
const placesOf = ({ allowed_scopes }: Token): string =>
  allowed_scopes.length === 0
    ? 'everywhere'
    : allowed_scopes
        .flatMap(({ type, uuid }) => (uuid === null ? [] : [`${type}:${uuid}`]))
        .sort()
        .join(' ')
