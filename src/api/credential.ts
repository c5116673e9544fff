import type { RequestError } from './errors.ts'
import { clearShared, readShared, writeShared } from './homeport.ts'
import { storageOf } from './storage.ts'
import { isTokenText } from './wire.ts'

/**
 * As whom the app calls Waldur. The only owner of the session token: a variable of this module, and, by an explicit
 * tick, one entry of the tab's session storage; where the deployment shares HomePort's sign-in, HomePort's entries.
 */
const KEY = 'waldur-tokens.session'

export interface Session {
  /** The whole header value: "Token <40 hex>", or "Bearer w_…" for a personal access token. Null: signed out. */
  readonly authorization: string | null
  /** The uuid of the user that a member of staff acts as; only HomePort starts that. */
  readonly impersonated: string | null
  /** The server refused the credential: the page stays, under a cover with a sign-in form. */
  readonly ended: boolean
  readonly notice: SignInNotice | null
}

/**
 * What is left to say above the sign-in form. After signing out: the server could not be told, or where to sign out as
 * well, null where no address was named that leads there. After an identity provider: Waldur's refusal, a failed
 * request, or that nothing was begun in this tab. That what HomePort keeps is no sign-in, or that Waldur does not let
 * it act as somebody else without a passkey. On a page that is there: that what arrived would have replaced its
 * session, or that another user's sign-in took an open secret away.
 */
export type SignInNotice =
  | { kind: 'untold' }
  | { kind: 'known elsewhere'; signOutAt: URL | null }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; error: RequestError }
  | { kind: 'not begun here' }
  | { kind: 'unreadable in HomePort' }
  | { kind: 'passkey asked'; error: RequestError }
  | { kind: 'somebody here' }
  | { kind: 'secret gone' }

export type Credential = Pick<Session, 'authorization' | 'impersonated'>

/** Where a new session is kept besides this page's memory: a reload of this tab finds it, or every page with HomePort. */
export type Keep = 'memory' | 'tab' | { method: string | null }

const SIGNED_OUT: Session = { authorization: null, impersonated: null, ended: false, notice: null }

let session: Session = SIGNED_OUT
const listeners = new Set<() => void>()

export const currentSession = (): Session => session

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Starts with the session that this tab was asked to keep, if it was. */
export function restoreSession(): void {
  const authorization = storageOf('sessionStorage')?.getItem(KEY) ?? null
  // A value of another shape would make every fetch throw.
  if (authorization && isHeaderValue(authorization)) change({ ...SIGNED_OUT, authorization })
}

/** Whether `fetch` takes it as a credential. */
export const isHeaderValue = (text: string): boolean => /^(Token|Bearer) /.test(text) && isTokenText(tokenOf(text))

/** @param keep `{ method }` leaves it for HomePort as well, with how one signed in */
export function startSession(
  { authorization, impersonated }: Credential,
  keep: Keep,
  notice: SignInNotice | null = null,
): void {
  store(keep === 'tab' ? authorization : null)
  if (authorization && typeof keep === 'object') writeShared({ token: tokenOf(authorization), method: keep.method })
  change({ ...SIGNED_OUT, authorization, impersonated, notice })
}

/** Forgets the credential in this tab, and with HomePort where it is HomePort's. The server is not told. */
export function forgetSession(): void {
  store(null)
  if (isShared(session)) clearShared()
  change(SIGNED_OUT)
}

/** Sets or clears the notice without changing the session. */
export const leaveNotice = (notice: SignInNotice | null): void => change({ ...session, notice })

/** A 401 for `authorization`. Late answers to an older credential change nothing. */
export function endSession(authorization: string): void {
  if (session.authorization === authorization && !session.ended) change({ ...session, ended: true })
}

/** Whether HomePort keeps the same sign-in in this browser. */
export const isShared = ({ authorization }: Credential): boolean =>
  authorization !== null && readShared()?.token === tokenOf(authorization)

/** A token may read but not create, rotate or revoke tokens (waldur-api, section 2.1). */
export const isAccessToken = (authorization: string | null): boolean => authorization?.startsWith('Bearer w_') ?? false

const tokenOf = (authorization: string): string => authorization.slice(authorization.indexOf(' ') + 1)

function change(next: Session) {
  session = next
  for (const listener of listeners) listener()
}

function store(authorization: string | null) {
  if (authorization) storageOf('sessionStorage')?.setItem(KEY, authorization)
  else storageOf('sessionStorage')?.removeItem(KEY)
}
