import * as z from 'zod/mini'
import { Instant, orNull, orUndefined, Uuid } from '../api/wire.ts'

/**
 * A token's binding to one entity. `uuid` is null once the entity is deleted, while the binding stays (waldur-api,
 * section 2.2).
 */
export const Binding = z.object({ type: z.string(), uuid: z.nullable(Uuid), name: orNull(z.string()) })
export type Binding = z.output<typeof Binding>

/**
 * Only what identifies a token and decides whether it works is required. Without the rest its owner must still see it,
 * to revoke it. A missing value means unknown, never none.
 */
export const TokenRow = z.object({
  uuid: Uuid,
  name: z.catch(z.string(), ''),
  scopes: z.array(z.string()),
  // Absent before 8.0.9, which introduced places.
  allowed_scopes: z.optional(z.array(Binding)),
  // Absent before 8.1. An invalid value must not be treated as absent, or a copy would work from anywhere.
  allowed_networks: z.optional(z.array(z.string())),
  expires_at: Instant,
  is_active: z.boolean(),
  // Null until the first use, though the generated types deny it.
  last_used_at: orUndefined(z.nullable(Instant)),
  last_used_ip: orNull(z.string()),
  use_count: orNull(z.number()),
  created: orNull(Instant),
})
export type Token = Omit<z.output<typeof TokenRow>, 'allowed_scopes'> & {
  allowed_scopes: Binding[]
  /** Its Waldur has no places and does not send them. */
  isPlaceless?: true
}

/**
 * A token without the field is unlimited if its Waldur has no places. A Waldur server with networks always has places.
 */
export const Token = z.pipe(
  TokenRow,
  z.transform(({ allowed_scopes, ...row }, context): Token => {
    if (allowed_scopes) return { ...row, allowed_scopes }
    if (row.allowed_networks === undefined) return { ...row, allowed_scopes: [], isPlaceless: true }
    context.issues.push({ code: 'custom', path: ['allowed_scopes'], input: row })
    return z.NEVER
  }),
)

/** Suitable for a header and for a file of variables without quotes. Waldur's secrets look like "w_1803902400_…". */
const Secret = z.string().check(z.regex(/^[\w.+/=-]{8,4096}$/))

/** The response of create and rotate, the only one with the plaintext secret, in `token`. */
export const IssuedRow = z.object({
  uuid: Uuid,
  token: Secret,
  name: orNull(z.string()),
  scopes: orNull(z.array(z.string())),
  // A Waldur server without these limits drops them and omits the keys. An invalid value is null, for unknown.
  allowed_scopes: orNull(z.optional(z.array(Binding))),
  allowed_networks: orNull(z.optional(z.array(z.string()))),
  // Null if it has none.
  expires_at: orUndefined(z.nullable(Instant)),
  created: orNull(Instant),
})

/**
 * No field but the secret may make the response unreadable, so missing ones are taken from the request. `isPartial`
 * says that this was so for its permissions or its expiration.
 */
export const issuedAs = ({ name, scopes, expires_at }: Pick<Token, 'name' | 'scopes' | 'expires_at'>) =>
  z.pipe(
    IssuedRow,
    z.transform((row) => ({
      ...row,
      name: row.name ?? name,
      scopes: row.scopes ?? scopes,
      expires_at: row.expires_at === undefined ? expires_at : row.expires_at,
      ...((row.scopes === null || row.expires_at === undefined) && { isPartial: true }),
    })),
  )
export type IssuedToken = z.output<ReturnType<typeof issuedAs>>

/**
 * The places of an issued token; null if the response does not contain them. A Waldur server with networks never omits
 * them.
 */
export const issuedPlaces = ({
  allowed_scopes: places,
  allowed_networks: networks,
}: Pick<IssuedToken, 'allowed_scopes' | 'allowed_networks'>): Binding[] | null =>
  places ?? (places === undefined && networks === undefined ? [] : null)

/** The request body of create. */
export interface NewToken {
  name: string
  scopes: string[]
  allowed_scopes: { type: string; uuid: string }[]
  /** Only if the token is to be restricted; an older Waldur silently drops it. */
  allowed_networks?: string[]
  expires_at: string
}
