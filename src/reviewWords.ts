import { permissionKeys } from './tokens/permissions/permissionKeys.ts'
import type { Catalog } from './ui/i18n.tsx'
import type { Entry, Findings } from './ui/languages/keys.ts'
import { findingsIn, keysFor, sentencesByText } from './ui/languages/keys.ts'
import { readSources } from './ui/languages/sources.ts'

/**
 * Whose file it is. A built-in language has the lines about permissions in another file, and the operator's file for
 * such a language only has what it changes.
 */
type Kind = 'built in' | 'added' | 'changes'

/** What a language's file needs, for `scripts/words.mjs`. */
export function reviewWords(language: string, words: Catalog, kind: Kind): Findings & { keys: Map<string, Entry> } {
  const permissions = [...permissionKeys()].filter(([key]) => kind !== 'built in' || !key.startsWith('does: '))
  const sentences = keysFor(language, words, sentencesByText(readSources().sentences))
  const keys = new Map<string, Entry>([...sentences, ...permissions])
  if (kind === 'changes') for (const [key, entry] of keys) keys.set(key, { ...entry, isOptional: true })
  return { keys, ...findingsIn(words, keys) }
}
