import type { ReadonlyAtom } from '@tanstack/store'
import { createAtom } from '@tanstack/store'
import { withoutAddressSecrets } from './addressSecrets.ts'

const found = createAtom(0)

/** How many times the address of this page contained a secret. */
export const secretsFoundAtom: ReadonlyAtom<number> = found

/** A secret in the address is never used, and is removed. */
function clean(): void {
  const { origin, pathname, search, hash } = location
  const address = `${pathname}${search}${hash}`
  const rest = withoutAddressSecrets(address)
  if (rest === address) return
  // The browser's own method, because the router would take its patched one for a navigation. With the origin, because
  // a path starting with two slashes would name another host.
  History.prototype.replaceState.call(history, history.state, '', `${origin}${rest}`)
  found.set((times) => times + 1)
}

// Runs first, and listens first, before the router reads the address. Changing the hash of an open page does not reload
// it.
clean()
addEventListener('popstate', clean, { capture: true })
