import { withoutAddressSecrets } from './addressSecrets.ts'

let found = 0
const listeners = new Set<() => void>()

/** How many times the address of this page contained a secret. */
export const secretsFound = (): number => found

export function onSecretFound(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A secret in the address is never used, and is removed. */
function clean(): void {
  const { origin, pathname, search, hash } = location
  const address = `${pathname}${search}${hash}`
  const rest = withoutAddressSecrets(address)
  if (rest === address) return
  // The browser's own method, because the router would take its patched one for a navigation. With the origin, because
  // a path starting with two slashes would name another host.
  History.prototype.replaceState.call(history, history.state, '', `${origin}${rest}`)
  found += 1
  for (const listener of listeners) listener()
}

// Runs first, and listens first, before the router reads the address. Changing the hash of an open page does not reload
// it.
clean()
addEventListener('popstate', clean, { capture: true })
