import { apiOrigin, isCrossOrigin } from '../api/deployment.ts'
import type { RequestError } from '../api/errors.ts'
import {
  ApiError,
  asksForPasskey,
  EMPTY,
  isRequestError,
  isWaldurs,
  NetworkError,
  NO_END,
  TOO_LARGE,
  WEB_PAGE,
} from '../api/errors.ts'
import { isIntercepted } from '../api/failures.ts'
import { t } from './i18n.tsx'
import { saidText } from './names.ts'

/** An error as a sentence for `Trans`: what happened and what to do next. Prefer `ErrorText`, which counts down. */
export function errorText(error: RequestError): string {
  return error instanceof ApiError && error.retryAfter !== null
    ? `${causeText(error)} ${waitText(error.retryAfter)}`
    : causeText(error)
}

/** "Try again in 6 seconds.", then "Try again now." */
export const waitText = (seconds: number): string =>
  seconds === 0
    ? t('Try again now.')
    : t('Try again in {{count}} seconds.', { count: seconds, defaultValue_one: 'Try again in 1 second.' })

/** The sentence without the server's `Retry-After`, which counts down. Waldur's own message is used if it has one. */
export function causeText(error: RequestError): string {
  if (error instanceof ApiError) return apiText(error)
  if (error instanceof NetworkError) return networkText(error)
  // A write may also fail by a bug of ours, which no type rules out.
  if (!isRequestError(error)) return t('This is a bug in the page. Reload it to continue.')
  if (error.where === TOO_LARGE) {
    return t('Waldur’s response is too large for this page. If this keeps happening, tell your Waldur administrator.')
  }
  if (isIntercepted(error)) {
    return `${foreignText(error.where)} ${t(
      'A VPN, proxy or sign-in page may be in the way. Open [[link]] in another tab to see it.',
      { link: `${apiOrigin()}/api/` },
    )}`
  }
  if (error.where === NO_END) return t('Waldur’s list ended before it was complete. Try again.')
  return t('This page couldn’t read Waldur’s response ([[where]]). The Waldur version may be too old or too new.', {
    where: error.where,
  })
}

function foreignText(where: string): string {
  if (where === WEB_PAGE) return t('A web page came back instead of Waldur’s response.')
  return where === EMPTY ? t('The response was empty.') : t('The response isn’t one that Waldur sends.')
}

function networkText({ kind, asked }: NetworkError): string {
  switch (kind) {
    case 'offline':
      return asked === null || asked.method === 'GET'
        ? t('You’re offline. Check your connection and try again.')
        : t('You’re offline, so nothing was sent. Check your connection and try again.')
    case 'unreachable':
      return isCrossOrigin()
        ? t(
            'Can’t reach Waldur at [[origin]]. It may be down or not allow this page. Check your connection and try again.',
            { origin: apiOrigin() },
          )
        : t('Can’t reach Waldur. Check your connection and try again.')
    case 'blocked':
      return t('An ad blocker or another extension may have stopped this request. Allow it there, then try again.')
    case 'timeout':
      return t('Waldur took too long to respond. Try again in a moment.')
    case 'cut':
      return t('The connection dropped before the response was complete. Try again.')
  }
}

function apiText(error: ApiError): string {
  const { status, message, retryAfter } = error
  if (status === 401) {
    if (asksForPasskey(error)) {
      return `${t('To impersonate someone, Waldur asks for your passkey. You’re still signed in.')} ${t(
        'Sign in to HomePort with your passkey, or stop impersonating there. Then try again.',
      )}`
    }
    return isEndOfSession(error)
      ? t('You’re signed in again. Nothing was changed.')
      : t('Your session ended. Sign in again.')
  }
  // We cannot tell who wrote the message of a 404.
  if (status === 404) {
    return t(
      'The response was “not found” (404). It may not be from Waldur, or this Waldur server may be too old. Try again.',
    )
  }
  if (isInWaldursWords(error)) return saidText(message)
  const sentence = failureText(error)
  if (retryAfter !== null || (status < 500 && status !== 429)) return sentence
  return `${sentence} ${status === 429 ? t('Try again in a minute.') : t('Try again in a moment.')}`
}

/** Who responded with an error that has no words for the user. What to do next is left to the caller. */
export function failureText(error: ApiError): string {
  const { status } = error
  // Waldur's own 500 is a web page too.
  const isOwn = isWaldurs(error) || status === 500
  if (status === 429) {
    return isOwn ? t('Waldur is limiting requests.') : t('The server in front of Waldur is limiting requests.')
  }
  if (isOwn) return t('Waldur had a problem and couldn’t respond ({{status}}).', { status })
  return status === 502 || status === 504
    ? t('The server in front of Waldur got no response from it ({{status}}).', { status })
    : t('The server in front of Waldur responded instead ({{status}}).', { status })
}

/**
 * Whether a change was rejected because the session had ended. Waldur changed nothing, and until the user has signed in
 * again, a cover hides the error.
 */
export const isEndOfSession = (error: RequestError | null): boolean =>
  error instanceof ApiError &&
  error.status === 401 &&
  error.asked !== null &&
  error.asked.method !== 'GET' &&
  !asksForPasskey(error)

/** Whether `causeText` is what Waldur says about the request, which it does not translate (waldur-api, section 1). */
export const isInWaldursWords = (error: RequestError): boolean =>
  error instanceof ApiError && error.status < 500 && ![401, 404, 429].includes(error.status) && isWaldurs(error)
