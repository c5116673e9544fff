import { toWire } from '../../api/wire.ts'
import { leftOut } from '../create/start.ts'
import { warningOf } from '../create/warning.ts'
import type { Rank } from '../permissions/globals.ts'
import { rejectedGlobals } from '../permissions/globals.ts'
import type { NewToken, Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/**
 * Whether a token can be replaced by one with the same permissions, places and addresses, without a decision of the
 * user. Otherwise the form asks: about places that are gone, and about power that needs a confirmation or that the user
 * no longer has.
 * @param nowMs the server's time
 */
export const isReplaceableAsIs = (token: Token, user: Rank, nowMs: number): boolean =>
  tokenState(token, nowMs) === 'active' &&
  leftOut(token).length === 0 &&
  rejectedGlobals(token.scopes, user).length === 0 &&
  warningOf(token.scopes, token.allowed_scopes.length > 0, user) === null

/**
 * The request for a token with everything of this one but its secret and its expiration.
 * @param endMs when it expires, in milliseconds since 1970
 */
export const replacementOf = (token: Token, endMs: number): NewToken => ({
  name: token.name,
  scopes: [...token.scopes],
  allowed_scopes: token.allowed_scopes.flatMap(({ type, uuid }) => (uuid === null ? [] : [{ type, uuid }])),
  // Networks are never sent to a Waldur server without them.
  ...(token.allowed_networks?.length && { allowed_networks: [...token.allowed_networks] }),
  expires_at: toWire(endMs),
})
