import type { Release } from './releases.ts'
import { latestRelease } from './releases.ts'

/** What an operator of Waldur may set, under Waldur's names (waldur-api.md 1.8). May change while running. */
export interface Settings {
  /** Which Waldur the sandbox is. */
  generation: Release
  SITE_NAME: string
  PAT_ENABLED: boolean
  PAT_MAX_LIFETIME_DAYS: number
  /** Counts tokens with `is_active`, also expired ones the expiry job has not met yet. */
  PAT_MAX_TOKENS_PER_USER: number
  /** Waldur's default is not known (waldur-api.md 11). */
  PAT_MAX_ACL_ENTRIES: number
  PAT_MAX_AUDIT_EVENTS_PER_HOUR: number
  /** Whether a token is shown its owner's sign-in key. Waldur has no such setting: it always is (waldur-api.md 1.7). */
  PAT_SEES_SIGN_IN_KEY: boolean
  /** Whether a POST with a known `Idempotency-Key` is answered by its first answer; Waldur has no such thing yet. */
  IDEMPOTENCY: boolean
  /** Whether people may sign in with a password. */
  LOCAL_SIGNIN: boolean
  /** Whether people may sign in through an identity provider (waldur-api.md 1.5). */
  SSO: boolean
  /** The origins that such a sign-in may go back to; without any it goes to HOMEPORT_URL. */
  SSO_REDIRECTS: readonly string[]
  /** Where HomePort is; empty for the origin that the sandbox answers on. */
  HOMEPORT_URL: string
  /** Whether an identity provider's own token is taken as `Bearer`; here a sign-in token stands for it. */
  OIDC_ACCESS_TOKEN_ENABLED: boolean
  /** The origin that pages of another origin may come from, or `*`. */
  CORS_ORIGIN: string
  /** The headers of an answer that such pages may read (waldur-api.md 4). */
  CORS_EXPOSED: readonly string[]
  /** Whether everybody has a passkey and needs it beside the password (waldur-api.md 1.2). */
  PASSKEY_REQUIRED: boolean
  /**
   * Whether staff and support may issue tokens, and act as others, only in a session for which a passkey was shown
   * (waldur-api.md 3).
   */
  PASSKEY_ENFORCED_FOR_STAFF: boolean
  /** Seconds a sign-in lasts without a request; null for ever (waldur-api.md 1.4). */
  TOKEN_LIFETIME: number | null
}

export const defaultSettings: Settings = {
  generation: latestRelease,
  SITE_NAME: 'Waldur sandbox',
  PAT_ENABLED: true,
  PAT_MAX_LIFETIME_DAYS: 365,
  PAT_MAX_TOKENS_PER_USER: 20,
  PAT_MAX_ACL_ENTRIES: 50,
  PAT_MAX_AUDIT_EVENTS_PER_HOUR: 50,
  PAT_SEES_SIGN_IN_KEY: true,
  IDEMPOTENCY: true,
  LOCAL_SIGNIN: true,
  SSO: false,
  SSO_REDIRECTS: [],
  HOMEPORT_URL: '',
  OIDC_ACCESS_TOKEN_ENABLED: false,
  CORS_ORIGIN: '*',
  CORS_EXPOSED: ['Link', 'X-Result-Count'],
  PASSKEY_REQUIRED: false,
  PASSKEY_ENFORCED_FOR_STAFF: false,
  TOKEN_LIFETIME: 3600,
}
