import type { ReadonlyAtom } from './atom.ts'
import { createAtom } from './atom.ts'
import type { RequestError } from './errors.ts'
import { clearShared, readShared, writeShared } from './homeport.ts'
import { store, stored } from './storage.ts'
import { isTokenText } from './wire.ts'

/**
 * The credential that requests are sent with. This module alone owns the session token. It is kept in a variable and,
 * if the user checks the box, in the tab's session storage; where the deployment shares HomePort's sign-in, in
 * HomePort's entries.
 */
const KEY = 'waldur-tokens.session'

export interface Session {
  /** The whole header value: "Token <40 hex>", or "Bearer w_…" for a personal access token. Null when signed out. */
  readonly authorization: string | null
  /** The uuid of the user whom a staff user impersonates. Only HomePort starts that. */
  readonly impersonated: string | null
  /** The server rejected the credential. The page stays, covered by a sign-in form. */
  readonly ended: boolean
  readonly notice: SignInNotice | null
}

/**
 * What the notice above the sign-in form says.
 * After signing out: the server could not be reached, or the identity provider still has a session (`signOutAt` is
 * where to end it, null if Waldur gives no usable URL).
 * After an identity provider: Waldur's rejection, a failed request, or a sign-in that this tab did not start.
 * The browser refused to store a sign-in that was to be kept.
 * HomePort's stored entries are unusable, or Waldur asks for a passkey before it lets HomePort's user impersonate.
 * On a page that is already open: the arriving sign-in would have replaced its session, or another user's sign-in
 * closed an open secret.
 */
export type SignInNotice =
  | { kind: 'untold' }
  | { kind: 'known elsewhere'; signOutAt: URL | null }
  | { kind: 'rejected'; message: string }
  | { kind: 'failed'; error: RequestError }
  | { kind: 'not started here' }
  | { kind: 'not kept' }
  | { kind: 'unreadable in HomePort' }
  | { kind: 'passkey asked'; error: RequestError }
  | { kind: 'somebody here' }
  | { kind: 'secret gone' }

export type Credential = Pick<Session, 'authorization' | 'impersonated'>

/**
 * Where a new session is kept besides memory: for reloads of this tab, or for every page that shares HomePort's
 * sign-in.
 */
export type Keep = 'memory' | 'tab' | { method: string | null }

const SIGNED_OUT: Session = { authorization: null, impersonated: null, ended: false, notice: null }

const session = createAtom(SIGNED_OUT)

/** For subscribers; only the functions below change it. */
export const sessionAtom: ReadonlyAtom<Session> = session

export const currentSession = (): Session => session.get()

/** Restores the session that the user asked this tab to keep, if there is one. */
export function restoreSession(): void {
  const authorization = stored('sessionStorage', KEY)
  // Any other value would make every `fetch` throw.
  if (authorization && isHeaderValue(authorization)) session.set({ ...SIGNED_OUT, authorization })
}

/** Whether `fetch` accepts it as a credential. */
export const isHeaderValue = (text: string): boolean => /^(Token|Bearer) /.test(text) && isTokenText(tokenOf(text))

/** @param keep `{ method }` also stores it for HomePort, with the method of the sign-in */
export function startSession(
  { authorization, impersonated }: Credential,
  keep: Keep,
  notice: SignInNotice | null = null,
): void {
  const isKept = authorization === null || keepSession(authorization, keep)
  if (!isKept) notice ??= { kind: 'not kept' }
  session.set({ ...SIGNED_OUT, authorization, impersonated, notice })
}

/** Forgets the credential in this tab, and in HomePort's entries if it is HomePort's too. The server is not told. */
export function forgetSession(): void {
  store('sessionStorage', KEY, null)
  if (isShared(currentSession())) clearShared()
  session.set(SIGNED_OUT)
}

/** Sets or clears the notice without changing the session. */
export const leaveNotice = (notice: SignInNotice | null): void => session.set((now) => ({ ...now, notice }))

/** Handles a 401 for `authorization`. Late responses for an older credential change nothing. */
export function endSession(authorization: string): void {
  const now = currentSession()
  if (now.authorization === authorization && !now.ended) session.set({ ...now, ended: true })
}

/** Whether HomePort has the same sign-in stored in this browser. */
export const isShared = ({ authorization }: Credential): boolean =>
  authorization !== null && readShared()?.token === tokenOf(authorization)

/** A personal access token may read, but not create, rotate or revoke tokens (waldur-api, section 2.1). */
export const isAccessToken = (authorization: string | null): boolean => authorization?.startsWith('Bearer w_') ?? false

const tokenOf = (authorization: string): string => authorization.slice(authorization.indexOf(' ') + 1)

/** @returns false if the browser refuses to store it where it was to be kept */
function keepSession(authorization: string, keep: Keep): boolean {
  // A refused one must not leave an older one behind.
  store('sessionStorage', KEY, null)
  if (keep === 'memory') return true
  if (keep === 'tab') return store('sessionStorage', KEY, authorization)
  return writeShared({ token: tokenOf(authorization), method: keep.method })
}
