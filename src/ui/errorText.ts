import type { RequestError } from '../api/errors.ts'
import { ApiError, NetworkError } from '../api/errors.ts'
import { t } from './words.tsx'

/** An error as a sentence for people: what happened and what to do next. Waldur's own words win where it has any. */
export function errorText(error: RequestError): string {
  if (error instanceof ApiError) return apiText(error)
  if (error instanceof NetworkError) {
    switch (error.kind) {
      case 'offline':
        return t('You are offline. Check your connection and try again.')
      case 'unreachable':
        return t('Waldur cannot be reached. Check your connection and try again.')
      case 'timeout':
        return t('Waldur did not answer in time. Try again in a moment.')
      case 'cut':
        return t('The connection broke in the middle of the answer. Try again.')
    }
  }
  return t('Waldur answered something that this page cannot read ({{where}}). Its version may be too old or too new.', {
    where: error.where,
  })
}

function apiText({ status, problems, message, retryAfter }: ApiError): string {
  const wait = retryAfter
    ? ` ${t('Try again in {{count}} seconds.', { count: retryAfter, defaultValue_one: 'Try again in one second.' })}`
    : ''
  if (status === 429) return t('Waldur asks us to slow down.') + (wait || ` ${t('Try again in a minute.')}`)
  if (status >= 500) {
    const sentence =
      status === 502 || status === 504
        ? t('The server in front of Waldur could not reach it ({{status}}).', { status })
        : t('Waldur has a problem and could not answer ({{status}}).', { status })
    return sentence + (wait || ` ${t('Try again in a moment.')}`)
  }
  if (status === 401) return t('Your session ended. Sign in again.')
  if (problems.length > 0) return message
  if (status === 403) return t('You are not allowed to do this.')
  if (status === 404) return t('Waldur does not know this address. Its version may be too old.')
  return t('Waldur refused the request ({{status}}).', { status })
}
