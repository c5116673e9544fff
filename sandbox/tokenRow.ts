import { randomBytes } from 'node:crypto'
import type { Core } from './core.ts'
import { newUuid, sha256 } from './core.ts'
import type { TokenRecord } from './database.ts'
import type { NewToken } from './validate.ts'
import type { Micros } from './wire.ts'
import { microsPerSecond } from './wire.ts'

/** `w_`, the expiry in unix seconds, `_` and 43 URL-safe characters (waldur-api.md 2.3). */
export function newPlaintext(expiresAt: Micros): string {
  return `w_${Math.floor(expiresAt / microsPerSecond)}_${randomBytes(32).toString('base64url')}`
}

/** The row of a new token. The plaintext belongs in the response; the row keeps only its prefix and hash. */
export function tokenRow(
  { clock }: Pick<Core, 'clock'>,
  user: string,
  plaintext: string,
  wanted: Omit<NewToken, 'bindings'>,
): Omit<TokenRecord, 'id'> {
  return {
    uuid: newUuid(),
    user,
    name: wanted.name,
    prefix: plaintext.slice(0, 8),
    hash: sha256(plaintext),
    scopes: wanted.scopes,
    networks: wanted.networks,
    expiresAt: wanted.expiresAt,
    isActive: true,
    lastUsedAt: null,
    lastUsedIp: null,
    useCount: 0,
    created: clock.micros(),
  }
}
