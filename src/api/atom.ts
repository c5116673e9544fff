/** A value outside React that changes, such as the session. `useAtom` reads it in a component. */
export interface ReadonlyAtom<Value> {
  get: () => Value
  /** Calls back with the new value after each change. @returns a function that ends this */
  subscribe: (listener: (value: Value) => void) => () => void
}

interface Atom<Value> extends ReadonlyAtom<Value> {
  /** @param next the new value, or a function that computes it from the one before */
  set: (next: Value | ((before: Value) => Value)) => void
}

/** The router's own store does much more, and would load before the first row. */
export function createAtom<Value>(value: Value): Atom<Value> {
  let now = value
  const listeners = new Set<(value: Value) => void>()
  return {
    get: () => now,
    set: (next) => {
      const after = next instanceof Function ? next(now) : next
      if (Object.is(after, now)) return
      now = after
      for (const listener of [...listeners]) listener(after)
    },
    subscribe: (listener) => {
      // A new function each time, so that the same listener can be subscribed twice.
      const own = (value: Value) => listener(value)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
  }
}
