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
  ])('%s must have a response within %i ms', (method, limitMs) => {
    const { signal } = startTimeLimit(method)
    vi.advanceTimersByTime(limitMs - 1)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  test.each(['GET', 'POST'])('%s may take longer while its body is arriving, with pauses of ten seconds', (method) => {
    const { signal, heard } = startTimeLimit(method)
    for (let part = 0; part < 20; part += 1) {
      heard()
      vi.advanceTimersByTime(9999)
    }
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })

  test('may not trickle for more than five minutes', () => {
    const { signal, heard } = startTimeLimit('GET')
    for (let second = 0; second < 299; second += 1) {
      heard()
      vi.advanceTimersByTime(1000)
    }
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1000)
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
