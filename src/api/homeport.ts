import { currentSettings, knowsSettings } from './deployment.ts'
import type { StorageKind } from './storage.ts'
import { storageOf, store, stored } from './storage.ts'
import { isTokenText, normalizeUuid } from './wire.ts'

/** HomePort's entries in web storage (waldur-api, section 1.6). */
const TOKEN = 'waldur/auth/token'
const METHOD = 'waldur/auth/method'
const IMPERSONATION = 'waldur/auth/impersonation'
const EXPIRES = 'waldur/auth/token_expires_at'
export const SHARED_LANGUAGE = 'waldur/i18n/lang'
/** Always in the local storage, wherever the sign-in is. */
export const SHARED_THEME = 'waldur/theme/name'

export interface SharedSession {
  token: string
  /** How HomePort signed in: "local", "keycloak", …; null if it does not say. */
  method: string | null
  /** The uuid of the user whom a staff user impersonates. */
  impersonated: string | null
}

/** Whether this deployment shares HomePort's sign-in. */
export const sharesSession = (): boolean => currentSettings().homeportSession !== undefined

/** HomePort's sign-in in this browser; null if there is no usable one, or the deployment does not share it. */
export function readShared(): SharedSession | null {
  const shared = shareIn()
  return shared === 'unreadable' ? null : shared
}

/** Whether HomePort's entries exist but hold no usable sign-in. */
export const isSharedUnreadable = (): boolean => shareIn() === 'unreadable'

function shareIn() {
  const kind = sharedStorage()
  return kind === undefined ? null : sharedIn((key) => stored(kind, key))
}

/**
 * The sign-in in these entries. Any script of the origin may have written them, so a token that cannot be sent in a
 * header is unreadable. So is the whole sign-in if the user to impersonate is invalid: without impersonating we would
 * act as a different user than HomePort shows.
 */
export function sharedIn(read: (key: string) => string | null): SharedSession | 'unreadable' | null {
  const [token, impersonation] = [read(TOKEN), read(IMPERSONATION)]
  if (!token) return null
  const impersonated = impersonation ? normalizeUuid(impersonation) : null
  if (!isTokenText(token) || (impersonation && impersonated === null)) return 'unreadable'
  return { token, method: read(METHOD), impersonated }
}

/**
 * Stores a sign-in as HomePort does, so that HomePort finds it.
 * @returns false if the browser refuses; then no sign-in is stored
 */
export function writeShared({ token, method }: Pick<SharedSession, 'token' | 'method'>): boolean {
  const kind = sharedStorage()
  if (kind === undefined) return true
  if (!store(kind, TOKEN, token) || !store(kind, METHOD, method ?? 'local')) {
    clearShared()
    return false
  }
  store(kind, EXPIRES, null)
  store(kind, IMPERSONATION, null)
  return true
}

/** Removes HomePort's sign-in, which signs out there too. Does nothing where it isn't shared. */
export function clearShared(): void {
  const kind = sharedStorage()
  if (kind !== undefined) for (const key of [TOKEN, METHOD, IMPERSONATION, EXPIRES]) store(kind, key, null)
}

/** Calls back when another tab signs in or out, or changes whom it impersonates. */
export function onSharedChange(listener: () => void): () => void {
  const hear = ({ key, storageArea }: StorageEvent) => {
    const kind = sharedStorage()
    if (kind === undefined || storageArea !== storageOf(kind)) return
    // The key is null when the whole storage was cleared.
    if (key === null || key === TOKEN || key === IMPERSONATION) listener()
  }
  addEventListener('storage', hear)
  return () => removeEventListener('storage', hear)
}

/**
 * HomePort's language in this browser, as a tag. Some versions store it in quotes. Before the settings are loaded, this
 * reads from the storage that HomePort most likely uses.
 */
export function sharedLanguage(): string | null {
  const kind = knowsSettings() ? sharedStorage() : 'localStorage'
  return kind === undefined ? null : (stored(kind, SHARED_LANGUAGE)?.replaceAll('"', '') ?? null)
}

/** Where HomePort's sign-in is; undefined if the deployment shares nothing. */
export const sharedStorage = (): StorageKind | undefined => currentSettings().homeportSession
