import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { request } from './client.ts'

const anything = z.unknown()

function stub(fetched: () => unknown): void {
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('https://waldur.test/'))
  vi.stubGlobal('fetch', async () => fetched())
}

const fail = (error: Error) => () => {
  throw error
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('a TypeError that fetch throws is a network error', async () => {
  stub(fail(new TypeError('Failed to fetch')))
  await expect(request('/api/x/', anything)).rejects.toMatchObject({ name: 'NetworkError', kind: 'unreachable' })
})

test('so is a body that breaks off', async () => {
  const body = new ReadableStream({ pull: fail(new DOMException('gone', 'NetworkError')) })
  stub(() => new Response(body))
  await expect(request('/api/x/', anything)).rejects.toMatchObject({ name: 'NetworkError', kind: 'cut' })
})

test('any other exception is a bug, and blames neither Waldur nor the connection', async () => {
  stub(() => Response.json({}))
  vi.spyOn(AbortSignal, 'any').mockImplementation(fail(new TypeError('AbortSignal.any is not a function')))
  const { signal } = new AbortController()
  await expect(request('/api/x/', anything, { signal })).rejects.toThrow('AbortSignal.any is not a function')
  stub(fail(new RangeError('in another script’s fetch')))
  await expect(request('/api/x/', anything)).rejects.toThrow(RangeError)
  stub(() => ({ ok: true, headers: null }))
  await expect(request('/api/x/', anything)).rejects.not.toMatchObject({ name: 'NetworkError' })
})
