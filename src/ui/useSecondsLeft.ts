import { useEffect, useReducer } from 'react'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'

/** The whole seconds left of the wait that the server asked for; 0 if it is over or there is none. */
export function useSecondsLeft(error: RequestError | null): number {
  const [, tick] = useReducer((ticks: number) => ticks + 1, 0)
  const end = error instanceof ApiError && error.retryAfter !== null ? error.at + error.retryAfter * 1000 : 0
  useEffect(() => {
    if (end <= Date.now()) return
    const timer = setInterval(() => {
      tick()
      if (end <= Date.now()) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [end])
  return Math.max(0, Math.ceil((end - Date.now()) / 1000))
}
