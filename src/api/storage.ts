// Storage that the browser may refuse, as when the user blocks site data. What it adds is comfort, so nothing here
// throws. The other services that may be missing have such a guard too: tabs.ts, ui/clipboard.ts and ui/idle.ts.

export type StorageKind = 'localStorage' | 'sessionStorage'

/** @returns null if the browser forbids it: then even reading the property may throw */
function attempt<Result>(kind: StorageKind, use: (storage: Storage) => Result): Result | null {
  try {
    return use(window[kind])
  } catch {
    return null
  }
}

/** This browser storage; null if the browser forbids it. */
export const storageOf = (kind: StorageKind): Storage | null => attempt(kind, (storage) => storage)

/** What is stored under this key; null if nothing is, or the browser forbids it. */
export const stored = (kind: StorageKind, key: string): string | null =>
  attempt(kind, (storage) => storage.getItem(key))

/**
 * Stores a text; null removes it.
 * @returns false if the browser refuses: it forbids storage, or the storage is full
 */
export const store = (kind: StorageKind, key: string, text: string | null): boolean =>
  attempt(kind, (storage) => {
    if (text === null) storage.removeItem(key)
    else storage.setItem(key, text)
    return true
  }) ?? false

const PROBE = 'waldur-tokens.probe'

/** Whether the browser stores anything for this page now. */
export const canStore = (kind: StorageKind): boolean => store(kind, PROBE, PROBE) && store(kind, PROBE, null)
