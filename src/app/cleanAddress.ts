import { withoutAddressSecrets } from './addressSecrets.ts'

// The first thing that runs, before the router reads the address: a secret in it is never used, and does not stay there.
const { origin, pathname, search, hash } = location
const address = `${pathname}${search}${hash}`
const clean = withoutAddressSecrets(address)

/** Whether the page was opened with a secret in its address. */
export const addressHeldSecret = clean !== address

// With the origin: a path that begins with two slashes would name another host.
if (addressHeldSecret) history.replaceState(history.state, '', `${origin}${clean}`)
