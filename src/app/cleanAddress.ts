import { withoutAddressSecrets } from './addressSecrets.ts'

let found = 0
const listeners = new Set<() => void>()

/** How often there was a secret in the address of this page. */
export const secretsFound = (): number => found

export function onSecretFound(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A secret in the address is never used, and does not stay there. */
function clean(): void {
  const { origin, pathname, search, hash } = location
  const address = `${pathname}${search}${hash}`
  const rest = withoutAddressSecrets(address)
  if (rest === address) return
  // The browser's own: the router's would take it for a way that somebody went. With the origin: a path that begins
  // with two slashes would name another host.
  History.prototype.replaceState.call(history, history.state, '', `${origin}${rest}`)
  found += 1
  for (const listener of listeners) listener()
}

// The first thing that runs, and is told, before the router reads the address. What is put after the "#" of a page that
// is open loads nothing anew.
clean()
addEventListener('popstate', clean, { capture: true })
