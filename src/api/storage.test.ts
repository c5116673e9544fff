import { afterEach, describe, expect, test, vi } from 'vitest'
import { currentSession, forgetSession, startSession } from './credential.ts'
import { canStore, store, stored } from './storage.ts'
import { heldLocks, holdLock, openChannel } from './tabs.ts'

const session = { authorization: `Token ${'a'.repeat(40)}`, impersonated: null }

/** Storage whose `setItem` refuses what is longer than `most`. */
function stubStorage(most: number): Map<string, string> {
  const content = new Map<string, string>()
  const storage = {
    getItem: (key: string) => content.get(key) ?? null,
    removeItem: (key: string) => content.delete(key),
    setItem: (key: string, text: string) => {
      if (text.length > most) throw new DOMException('full', 'QuotaExceededError')
      content.set(key, text)
    },
  }
  vi.stubGlobal('window', { localStorage: storage, sessionStorage: storage })
  return content
}

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

afterEach(() => {
  forgetSession()
  vi.unstubAllGlobals()
})

describe('where site data are blocked', () => {
  test('nothing is stored, and nothing throws', () => {
    vi.stubGlobal('window', Object.defineProperty({}, 'localStorage', { get: refuse }))
    expect([canStore('localStorage'), store('localStorage', 'a', 'b'), stored('localStorage', 'a')]).toEqual([
      false,
      false,
      null,
    ])
  })

  test('there are no channels and no locks between tabs', async () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          refuse()
        }
      },
    )
    vi.stubGlobal('navigator', {
      locks: { request: () => Promise.reject(new Error('no')), query: () => Promise.reject(new Error('no')) },
    })
    expect(openChannel('a')).toBeNull()
    expect(await heldLocks()).toEqual([])
    let end = () => {}
    let isReleased = false
    const released = holdLock('a', new Promise<void>((resolve) => (end = resolve))).then(() => {
      isReleased = true
    })
    await Promise.resolve()
    expect(isReleased).toBe(false)
    end()
    await released
  })

  test('nor on plain HTTP', async () => {
    vi.stubGlobal('navigator', {})
    expect(await heldLocks()).toEqual([])
    await holdLock('a', Promise.resolve())
  })
})

describe('where storage is full', () => {
  test('a session that was to be kept starts, says so, and leaves no older one behind', () => {
    const content = stubStorage(46)
    startSession(session, 'tab')
    expect(content.size).toBe(1)
    expect(currentSession().notice).toBeNull()
    startSession({ ...session, authorization: `Bearer ${'b'.repeat(60)}` }, 'tab')
    expect(currentSession()).toMatchObject({ notice: { kind: 'not kept' } })
    expect(content.size).toBe(0)
  })

  test('one that was not to be kept says nothing', () => {
    stubStorage(0)
    startSession(session, 'memory')
    expect(currentSession().notice).toBeNull()
  })
})
