import * as z from 'zod/mini'
import { Instant, orNull, orUndefined, Uuid } from '../api/wire.ts'

/** A token's tie to one entity. `uuid` is null once the entity was deleted; the tie stays (waldur-api, section 2.2). */
export const Binding = z.object({ type: z.string(), uuid: z.nullable(Uuid), name: orNull(z.string()) })
export type Binding = z.output<typeof Binding>

/**
 * Only what says what a token is, and whether it works, is required. Without the rest its owner must still see it, to
 * revoke it; a missing value then means not known, never none.
 */
export const TokenRow = z.object({
  uuid: Uuid,
  name: z.catch(z.string(), ''),
  scopes: z.array(z.string()),
  // Absent before 8.0.9, which brought places.
  allowed_scopes: z.optional(z.array(Binding)),
  // Absent before 8.1. One that can't be read must not pass for absent, or a copy would work from anywhere.
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
  /** Its Waldur knows no places, and does not say them. */
  isPlaceless?: true
}

/** One without places is limited to none where its Waldur knows none; a Waldur with networks knows places. */
export const Token = z.pipe(
  TokenRow,
  z.transform(({ allowed_scopes, ...row }, context): Token => {
    if (allowed_scopes) return { ...row, allowed_scopes }
    if (row.allowed_networks === undefined) return { ...row, allowed_scopes: [], isPlaceless: true }
    context.issues.push({ code: 'custom', path: ['allowed_scopes'], input: row })
    return z.NEVER
  }),
)

/** What goes into a header and a file of variables without quotes. Waldur's secrets have this form: "w_1803902400_…" */
const Secret = z.string().check(z.regex(/^[\w.+/=-]{8,4096}$/))

/**
 * The answer of create and rotate: the only one that holds the plaintext secret, in `token`. It must not get lost over
 * anything else: what the answer does not tell is as it was asked for.
 */
export const issuedAs = ({ name, scopes, expires_at }: Pick<Token, 'name' | 'scopes' | 'expires_at'>) =>
  z.object({
    uuid: Uuid,
    token: Secret,
    name: z.catch(z.string(), name),
    scopes: z.catch(z.array(z.string()), scopes),
    // A Waldur that knows no such limits drops the request's and answers without the key. Odd is null: not known.
    allowed_scopes: orNull(z.optional(z.array(Binding))),
    allowed_networks: orNull(z.optional(z.array(z.string()))),
    expires_at: z.catch(Instant, expires_at),
    created: orNull(Instant),
  })
export type IssuedToken = z.output<ReturnType<typeof issuedAs>>

/** The places of an issued token; null where the answer does not tell. A Waldur with networks does not leave them out. */
export const issuedPlaces = ({
  allowed_scopes: places,
  allowed_networks: networks,
}: Pick<IssuedToken, 'allowed_scopes' | 'allowed_networks'>): Binding[] | null =>
  places ?? (places === undefined && networks === undefined ? [] : null)

/** The body of create, as Waldur reads it. */
export interface NewToken {
  name: string
  scopes: string[]
  allowed_scopes: { type: string; uuid: string }[]
  /** Only where the token is to be restricted; an older Waldur drops it without a word. */
  allowed_networks?: string[]
  expires_at: string
}
