import { markup } from './markup.ts'
import { texts } from './texts.ts'
import { words } from './words.ts'

/** All strings, by class. */
const classes: [string, string[]][] = Object.entries({ ...markup, ...words, ...texts })

/** Strings that a careless page runs, looks up, computes, hides or lets break its layout. Without duplicates. */
export const corpus: readonly string[] = [...new Set(['', ...classes.flatMap(([, strings]) => strings)])]

/** One string of each class, a different one for each `turn`. */
export const oneOfEach = (turn: number): string[] => classes.map(([, strings]) => strings[turn % strings.length] ?? '')

/** The texts in chunks of this size. */
export function parts(texts: readonly string[], size: number): string[][] {
  const count = Math.ceil(texts.length / size)
  return Array.from({ length: count }, (_, index) => texts.slice(index * size, (index + 1) * size))
}

/** The texts in chunks of at most this many characters, unless a single text is longer. */
export function partsByLength(texts: readonly string[], characters: number): string[][] {
  const all: string[][] = []
  let left = 0
  for (const text of texts) {
    if (text.length > left) {
      all.push([])
      left = characters
    }
    all.at(-1)?.push(text)
    left -= text.length + 3
  }
  return all
}
