import { permissionKeys } from './tokens/permissions/permissionKeys.ts'
import type { Catalog } from './ui/i18n.tsx'
import type { Entry, Findings } from './ui/languages/keys.ts'
import { findingsIn, keysFor, sentencesByText } from './ui/languages/keys.ts'
import { readSources } from './ui/languages/sources.ts'

/**
 * What a language's file needs, for `scripts/words.mjs`.
 * @param linesApart whether the lines about permissions are in a file of their own, as those of built-in languages
 */
export function reviewWords(
  language: string,
  words: Catalog,
  linesApart: boolean,
): Findings & { keys: Map<string, Entry> } {
  const permissions = [...permissionKeys()].filter(([key]) => !linesApart || !key.startsWith('does: '))
  const keys = new Map([...keysFor(language, words, sentencesByText(readSources().sentences)), ...permissions])
  return { keys, ...findingsIn(words, keys) }
}
