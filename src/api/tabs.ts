/**
 * What connects the tabs of this browser, which it may lack or refuse. It is comfort, so nothing here throws.
 */

/** A channel to the other tabs; null if there is none. */
export function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}

/** Holds a lock that all tabs can see. Missing on plain HTTP. @returns resolves once it is released */
export async function holdLock(name: string, until: Promise<void>): Promise<void> {
  try {
    await navigator.locks.request(name, () => until)
  } catch {
    await until
  }
}

/** The names of the locks that tabs hold; empty if the browser doesn't say. */
export async function heldLocks(): Promise<string[]> {
  try {
    const { held = [] } = await navigator.locks.query()
    return held.map(({ name = '' }) => name)
  } catch {
    return []
  }
}
