/** Pseudo-random numbers that depend only on the seed. */
export interface Random {
  /** An integer from 0 to `end` - 1. */
  below(end: number): number
  one<Item>(items: readonly [Item, ...Item[]]): Item
}

/** The generator mulberry32: small, and good enough to choose faults with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return { below, one: (items) => items[below(items.length)] ?? items[0] }
}
