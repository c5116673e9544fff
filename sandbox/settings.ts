/** Which Waldur the sandbox is: today's, or the one the published contract describes (waldur-api.md 2, 3). */
export type Generation = 'newest' | 'seed'

/** What an operator of Waldur may set, under Waldur's names (waldur-api.md 1.8). May change while running. */
export interface Settings {
  generation: Generation
  SITE_NAME: string
  PAT_ENABLED: boolean
  PAT_MAX_LIFETIME_DAYS: number
  /** Counts tokens with `is_active`, also expired ones the expiry job has not met yet. */
  PAT_MAX_TOKENS_PER_USER: number
  /** Waldur's default is not known (waldur-api.md 11). */
  PAT_MAX_ACL_ENTRIES: number
  PAT_MAX_AUDIT_EVENTS_PER_HOUR: number
  /** Whether a POST with a known `Idempotency-Key` is answered by its first answer; Waldur has no such thing yet. */
  IDEMPOTENCY: boolean
  /** Whether people may sign in with a password. */
  LOCAL_SIGNIN: boolean
  /** Seconds a sign-in lasts without a request; null for ever (waldur-api.md 1.4). */
  TOKEN_LIFETIME: number | null
}

export const defaultSettings: Settings = {
  generation: 'newest',
  SITE_NAME: 'Waldur sandbox',
  PAT_ENABLED: true,
  PAT_MAX_LIFETIME_DAYS: 365,
  PAT_MAX_TOKENS_PER_USER: 20,
  PAT_MAX_ACL_ENTRIES: 50,
  PAT_MAX_AUDIT_EVENTS_PER_HOUR: 50,
  IDEMPOTENCY: true,
  LOCAL_SIGNIN: true,
  TOKEN_LIFETIME: 3600,
}
