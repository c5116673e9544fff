import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { causeText, waitText } from './errorText.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

/** An error as a sentence; where the server asked us to wait, the seconds run down. */
export function ErrorText({ error }: { error: RequestError }) {
  const left = useSecondsLeft(error)
  return (
    <>
      {causeText(error)}
      {error instanceof ApiError && error.retryAfter !== null && (
        <>
          {' '}
          <Ticking>{waitText(left)}</Ticking>
        </>
      )}
    </>
  )
}

/** Text that changes each second: a screen reader reads it when it comes by, and is not interrupted by it. */
export function Ticking({ children }: { children: string }) {
  return (
    <span role="timer" aria-live="off">
      {children}
    </span>
  )
}
