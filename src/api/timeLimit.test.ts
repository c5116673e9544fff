import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startTimeLimit } from './timeLimit.ts'

describe('a request', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test.each([
    ['GET', 15_000],
    ['POST', 30_000],
    ['DELETE', 30_000],
  ])('%s may take %i ms in total, even while its body is still arriving', (method, limitMs) => {
    const { signal, heard } = startTimeLimit(method)
    for (let passedMs = 0; passedMs + 5000 < limitMs; passedMs += 5000) {
      heard()
      vi.advanceTimersByTime(5000)
    }
    vi.advanceTimersByTime(4999)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  test('may pause for ten seconds within its body', () => {
    const { signal, heard } = startTimeLimit('POST')
    heard()
    vi.advanceTimersByTime(9999)
    heard()
    vi.advanceTimersByTime(9999)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  test('is never aborted once it is complete', () => {
    const { signal, heard, stop } = startTimeLimit('GET')
    heard()
    stop()
    vi.advanceTimersByTime(60_000)
    expect(signal.aborted).toBe(false)
  })
})
