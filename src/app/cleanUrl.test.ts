import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const KEY = '0123456789abcdef0123456789abcdef01234567'

class History {
  state: unknown = { at: 7 }
  replaceState(state: unknown, _title: string, address: string): void {
    this.state = state
    vi.stubGlobal('location', new URL(address))
  }
}

const browser = new EventTarget()
const go = (address: string) => vi.stubGlobal('location', new URL(`https://tokens.example.org${address}`))

beforeEach(() => {
  vi.resetModules()
  vi.stubGlobal('History', History)
  vi.stubGlobal('history', new History())
  vi.stubGlobal('addEventListener', browser.addEventListener.bind(browser))
})
afterEach(() => vi.unstubAllGlobals())

test('removes a secret from the URL, at load and while the page is open', async () => {
  go(`//tokens?q=ci&token=${KEY}`)
  const { secretsFoundAtom } = await import('./cleanUrl.ts')
  expect(location.href).toBe('https://tokens.example.org//tokens?q=ci')
  expect(secretsFoundAtom.get()).toBe(1)
  const heard = vi.fn()
  secretsFoundAtom.subscribe(heard)
  for (const [address, rest] of [
    [`/tokens#token=${KEY}`, '/tokens'],
    [`/tokens#${KEY}`, '/tokens#'],
    ['/tokens/new#name=ci', '/tokens/new#name=ci'],
  ] as const) {
    go(address)
    browser.dispatchEvent(new Event('popstate'))
    expect(location.href).toBe(`https://tokens.example.org${rest}`)
  }
  expect(heard).toHaveBeenCalledTimes(2)
  expect(secretsFoundAtom.get()).toBe(3)
  expect(history.state).toEqual({ at: 7 })
})
