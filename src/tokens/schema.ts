import * as z from 'zod/mini'
import { Instant, Uuid } from '../api/wire.ts'

/** A token's tie to one entity. `uuid` is null once the entity was deleted; the tie stays (waldur-api, section 2.2). */
export const Binding = z.object({ type: z.string(), uuid: z.nullable(Uuid), name: z.nullable(z.string()) })
export type Binding = z.output<typeof Binding>

export const Token = z.object({
  uuid: Uuid,
  name: z.string(),
  scopes: z.array(z.string()),
  // A Waldur before 8.0.9 knows no places and does not say them: its tokens are limited to none.
  allowed_scopes: z._default(z.array(Binding), []),
  // Absent before 8.1, which brought networks.
  allowed_networks: z.optional(z.array(z.string())),
  expires_at: Instant,
  is_active: z.boolean(),
  // Null until the first use, though the generated types deny it.
  last_used_at: z.nullable(Instant),
  last_used_ip: z.nullable(z.string()),
  use_count: z.number(),
  created: Instant,
})
export type Token = z.output<typeof Token>

/** The answer of create and rotate: the only one that holds the plaintext secret, in `token`. */
export const IssuedToken = z.object({
  uuid: Uuid,
  name: z.string(),
  token: z.string().check(z.regex(/^w_\d+_[\w-]+$/)),
  scopes: z.array(z.string()),
  // A Waldur without bindings drops the request's and answers none: read as "bound to nothing", then compared.
  allowed_scopes: z._default(z.array(Binding), []),
  allowed_networks: z.optional(z.array(z.string())),
  expires_at: Instant,
  created: Instant,
})
export type IssuedToken = z.output<typeof IssuedToken>

/** The body of create, as Waldur reads it. */
export interface NewToken {
  name: string
  scopes: string[]
  allowed_scopes: { type: string; uuid: string }[]
  /** Only where the token is to be restricted; an older Waldur drops it without a word. */
  allowed_networks?: string[]
  expires_at: string
}
