import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { causeText, isInWaldursWords, waitText } from './errorText.ts'
import { Trans, t } from './i18n.tsx'
import { useSecondsLeft } from './useSecondsLeft.ts'

/** An error as a sentence, with a countdown if the server asked us to wait. */
export function ErrorText({ error }: { error: RequestError }) {
  const left = useSecondsLeft(error)
  return (
    <>
      {/* Waldur's messages are in English, and may contain bidirectional text, which must not affect ours. */}
      <bdi lang={isInWaldursWords(error) ? 'en' : undefined}>
        <Trans text={causeText(error)} />
      </bdi>
      {error instanceof ApiError && error.retryAfter !== null && (
        <>
          {' '}
          <Countdown>{waitText(left)}</Countdown>
        </>
      )}
    </>
  )
}

/**
 * Says that the server asked us to wait before the next, automatic attempt.
 * @param left whole seconds, 1 or more
 */
export function RateLimited({ left }: { left: number }) {
  return (
    <>
      {t('The server asked this page to wait.')}{' '}
      <Countdown>
        {t('Trying again in {{count}} seconds.', { count: left, defaultValue_one: 'Trying again in 1 second.' })}
      </Countdown>
    </>
  )
}

/** A text that changes every second. Screen readers can read it, but are not interrupted by it. */
function Countdown({ children }: { children: string }) {
  return (
    <span role="timer" aria-live="off">
      {children}
    </span>
  )
}
