import type { ReadonlyAtom } from '@tanstack/store'
import { createAtom } from '@tanstack/store'
import { withoutUrlSecrets } from './urlSecrets.ts'

const found = createAtom(0)

/** How many times the URL of this page contained a secret. */
export const secretsFoundAtom: ReadonlyAtom<number> = found

/** A secret in the URL is never used, and is removed. */
function clean(): void {
  const { origin, pathname, search, hash } = location
  const url = `${pathname}${search}${hash}`
  const rest = withoutUrlSecrets(url)
  if (rest === url) return
  // The browser's own method, because the router would take its patched one for a navigation. With the origin, because
  // a path starting with two slashes would name another host.
  History.prototype.replaceState.call(history, history.state, '', `${origin}${rest}`)
  found.set((times) => times + 1)
}

// Runs first, and listens first, before the router reads the URL. Changing the hash of an open page does not reload
// it.
clean()
addEventListener('popstate', clean, { capture: true })
