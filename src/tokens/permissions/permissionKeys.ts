import type { Entry } from '../../ui/languages/keys.ts'
import lines from './languages/does.en.json'
import { clauseOf, KNOWN_PERMISSIONS, permissionGroup } from './permissionPhrases.ts'
import { translatedWords, wordsFor } from './permissionWords.ts'

/**
 * The keys that permissions have in a language's file, with their English: the words of each, its label where that is
 * not made from these, the line about it, and the groups. For tests and the command that makes such files.
 */
export function permissionKeys(): ReadonlyMap<string, Entry> {
  const keys = new Map<string, Entry>()
  const groups = new Set<string>()
  for (const value of KNOWN_PERMISSIONS) {
    const { before, object, after } = clauseOf(value) ?? { before: '', object: value, after: '' }
    keys.set(value, entry(`${before}[${object}]${after}`))
    keys.set(`label: ${value}`, { ...entry(''), isOptional: true })
    groups.add(permissionGroup(value) ?? '')
    // Waldur's group, for a permission that only the server knows.
    groups.add(translatedWords('', wordsFor(value)).group)
  }
  for (const [value, line] of Object.entries(lines)) keys.set(`does: ${value}`, entry(line))
  for (const group of groups) keys.set(`group: ${group}`, entry(group))
  return keys
}

const entry = (english: string): Entry => ({ english, places: [''] })
