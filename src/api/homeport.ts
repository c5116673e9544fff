import { currentSettings, knowsSettings } from './deployment.ts'
import { storageOf } from './storage.ts'
import { isTokenText, normaliseUuid } from './wire.ts'

/** HomePort's entries in web storage (waldur-api, section 1.6). */
const TOKEN = 'waldur/auth/token'
const METHOD = 'waldur/auth/method'
const IMPERSONATION = 'waldur/auth/impersonation'
const EXPIRES = 'waldur/auth/token_expires_at'
export const SHARED_LANGUAGE = 'waldur/i18n/lang'
/** Always in the local storage, wherever its sign-in is. */
export const SHARED_THEME = 'waldur/theme/name'

export interface SharedSession {
  token: string
  /** How HomePort signed in: "local", "keycloak", …; null where it did not say. */
  method: string | null
  /** The uuid of the user that a member of staff acts as. */
  impersonated: string | null
}

/** Whether this deployment shares HomePort's sign-in. */
export const sharesSession = (): boolean => currentSettings().homeportSession !== undefined

/** The sign-in that HomePort keeps in this browser; null without a usable one, or where the deployment shares none. */
export function readShared(): SharedSession | null {
  const shared = shareIn()
  return shared === 'unreadable' ? null : shared
}

/** Whether HomePort's entries are there, and are no sign-in. */
export const isSharedUnreadable = (): boolean => shareIn() === 'unreadable'

function shareIn() {
  const stored = storage()
  return stored && sharedIn((key) => stored.getItem(key))
}

/**
 * The sign-in in these entries. Anything of the origin may have written them: what cannot go out in a header is none,
 * and with somebody to act as who cannot be, neither is the rest: to act as oneself would be another than HomePort shows.
 */
export function sharedIn(read: (key: string) => string | null): SharedSession | 'unreadable' | null {
  const [token, impersonation] = [read(TOKEN), read(IMPERSONATION)]
  if (!token) return null
  const impersonated = impersonation ? normaliseUuid(impersonation) : null
  if (!isTokenText(token) || (impersonation && impersonated === null)) return 'unreadable'
  return { token, method: read(METHOD), impersonated }
}

/** Leaves a sign-in for HomePort to find, as its own would be. */
export function writeShared({ token, method }: Pick<SharedSession, 'token' | 'method'>): void {
  const stored = storage()
  stored?.setItem(TOKEN, token)
  stored?.setItem(METHOD, method ?? 'local')
  stored?.removeItem(EXPIRES)
  stored?.removeItem(IMPERSONATION)
}

export function clearShared(): void {
  for (const key of [TOKEN, METHOD, IMPERSONATION, EXPIRES]) storage()?.removeItem(key)
}

/** Calls back when another tab signs in, out, or starts to act as somebody else. */
export function onSharedChange(listener: () => void): () => void {
  const hear = ({ key, storageArea }: StorageEvent) => {
    // The key is null when everything was cleared.
    if (storageArea === storage() && (key === null || key === TOKEN || key === IMPERSONATION)) listener()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}

/**
 * The language that HomePort speaks in this browser, a tag as it wrote it; versions have written it with and without
 * quotes. Before the settings are known it is what it will most likely be.
 */
export function sharedLanguage(): string | null {
  const stored = knowsSettings() ? storage() : storageOf('localStorage')
  return stored?.getItem(SHARED_LANGUAGE)?.replaceAll('"', '') ?? null
}

/** Null where the deployment shares nothing, or the browser forbids storage. */
function storage(): Storage | null {
  const { homeportSession } = currentSettings()
  return homeportSession === undefined ? null : storageOf(homeportSession)
}
