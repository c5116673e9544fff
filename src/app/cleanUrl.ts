import type { ReadonlyAtom } from '../api/atom.ts'
import { createAtom } from '../api/atom.ts'
import { withoutUrlSecrets } from './urlSecrets.ts'

const found = createAtom(0)

/** How many times the URL of this page contained a secret. */
export const secretsFoundAtom: ReadonlyAtom<number> = found

/** Puts another URL in place of the page's. @returns whether it is another one */
export function replaceUrl(change: (url: string) => string): boolean {
  const { origin, pathname, search, hash } = location
  const url = `${pathname}${search}${hash}`
  const next = change(url)
  if (next === url) return false
  // The browser's own method, because the router would take its patched one for a navigation. With the origin, because
  // a path starting with two slashes would name another host.
  History.prototype.replaceState.call(history, history.state, '', `${origin}${next}`)
  return true
}

/** A secret in the URL is never used, and is removed. */
export function clean(): void {
  if (replaceUrl(withoutUrlSecrets)) found.set((times) => times + 1)
}

// Runs first, and listens first, before the router reads the URL. Changing the hash of an open page does not reload
// it.
clean()
addEventListener('popstate', clean, { capture: true })
