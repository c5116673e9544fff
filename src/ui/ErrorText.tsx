import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { causeText, waitText } from './errorText.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'
import { t } from './words.tsx'

/** An error as a sentence; where the server asked us to wait, the seconds run down. */
export function ErrorText({ error }: { error: RequestError }) {
  const left = useSecondsLeft(error)
  return (
    <>
      {/* Waldur’s own words may turn the reading order, of themselves alone. */}
      <bdi>{causeText(error)}</bdi>
      {error instanceof ApiError && error.retryAfter !== null && (
        <>
          {' '}
          <Ticking>{waitText(left)}</Ticking>
        </>
      )}
    </>
  )
}

/** That the server asked us to wait before the next try, which comes by itself. @param left whole seconds, 1 or more */
export function RateLimited({ left }: { left: number }) {
  return (
    <>
      {t('Waldur asks us to wait.')}{' '}
      <Ticking>
        {t('Trying again in {{count}} seconds.', { count: left, defaultValue_one: 'Trying again in one second.' })}
      </Ticking>
    </>
  )
}

/** Text that changes each second: a screen reader reads it when it comes by, and is not interrupted by it. */
function Ticking({ children }: { children: string }) {
  return (
    <span role="timer" aria-live="off">
      {children}
    </span>
  )
}
