import type { Release } from './releases.ts'
import { latestRelease } from './releases.ts'

/** What an operator of Waldur can configure, under Waldur's names (waldur-api.md 1.8). May change while running. */
export interface Settings {
  /** The release that the sandbox imitates. */
  generation: Release
  SITE_NAME: string
  PAT_ENABLED: boolean
  PAT_MAX_LIFETIME_DAYS: number
  /** Counts active tokens, including expired ones that the expiry job has not ended yet. */
  PAT_MAX_TOKENS_PER_USER: number
  /** Waldur's default is unknown (waldur-api.md 11). */
  PAT_MAX_ACL_ENTRIES: number
  PAT_MAX_AUDIT_EVENTS_PER_HOUR: number
  /**
   * Whether a token can read its owner's sign-in key. Waldur has no such setting: there it always can (waldur-api.md
   * 1.7).
   */
  PAT_SEES_SIGN_IN_KEY: boolean
  /** Whether a POST with a known `Idempotency-Key` gets the first response again. Waldur doesn't have this yet. */
  IDEMPOTENCY: boolean
  /** Whether people may sign in with a password. */
  LOCAL_SIGNIN: boolean
  /** Whether people may sign in through an identity provider (waldur-api.md 1.5). */
  SSO: boolean
  /** The origins that an SSO sign-in may return to; if empty, it returns to HOMEPORT_URL. */
  SSO_REDIRECTS: readonly string[]
  /** Where HomePort is; empty for the sandbox's own origin. */
  HOMEPORT_URL: string
  /** Whether an identity provider's access token is accepted as `Bearer`; here a sign-in token stands in for it. */
  OIDC_ACCESS_TOKEN_ENABLED: boolean
  /** The origin whose pages may use the API from elsewhere, or `*`. */
  CORS_ORIGIN: string
  /** The response headers that such pages may read (waldur-api.md 4). */
  CORS_EXPOSED: readonly string[]
  /** Whether everyone has a passkey and needs it in addition to the password (waldur-api.md 1.2). */
  PASSKEY_REQUIRED: boolean
  /** Whether staff and support need a passkey-verified session to issue tokens or to impersonate (waldur-api.md 3). */
  PASSKEY_ENFORCED_FOR_STAFF: boolean
  /** Seconds that a sign-in lasts without a request; null: forever (waldur-api.md 1.4). */
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
