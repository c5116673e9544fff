/**
 * As whom the app calls Waldur. The only owner of the session token: a variable of this module, and, by an explicit
 * tick, one entry of the tab's session storage. Nothing else in the app touches storage.
 */
const KEY = 'waldur-tokens.session'

export interface Session {
  /** The whole header value: "Token <40 hex>", or "Bearer w_…" for a personal access token. Null: signed out. */
  readonly authorization: string | null
  /** The server refused the credential: the screen stays, a sign-in form is laid over it. */
  readonly ended: boolean
  /** What is left to say after signing out: the server could not be told, or where to sign out next. */
  readonly farewell: 'untold' | URL | null
}

const SIGNED_OUT: Session = { authorization: null, ended: false, farewell: null }

let session: Session = restore()
const listeners = new Set<() => void>()

export const currentSession = (): Session => session

export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `stay` keeps the session over a reload of this tab (session storage). */
export function startSession(authorization: string, stay: boolean): void {
  store(stay ? authorization : null)
  change({ authorization, ended: false, farewell: null })
}

/** Forgets the credential in this browser tab. The server is not told. */
export function forgetSession(farewell: Session['farewell'] = null): void {
  store(null)
  change({ ...SIGNED_OUT, farewell })
}

/** A 401 for `authorization`. Late answers to an older credential change nothing. */
export function endSession(authorization: string): void {
  if (session.authorization === authorization && !session.ended) change({ ...session, ended: true })
}

/** A token may read but not create, rotate or revoke tokens (waldur-api, section 2.1). */
export const isAccessToken = (authorization: string | null): boolean => authorization?.startsWith('Bearer ') ?? false

function change(next: Session) {
  session = next
  for (const listener of listeners) listener()
}

function restore(): Session {
  const authorization = storage()?.getItem(KEY) ?? null
  // A value of another shape would make every fetch throw.
  return authorization && /^(Token|Bearer) [\x21-\x7e]{8,512}$/.test(authorization)
    ? { ...SIGNED_OUT, authorization }
    : SIGNED_OUT
}

function store(authorization: string | null) {
  if (authorization) storage()?.setItem(KEY, authorization)
  else storage()?.removeItem(KEY)
}

/** Null where the browser forbids storage: then the session lives in memory only. */
function storage(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
