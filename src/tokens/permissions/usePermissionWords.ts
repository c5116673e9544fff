import { useMemo } from 'react'
import { ourWords } from './permissionPhrases.ts'
import type { PermissionWords } from './permissionWords.ts'
import { useWaldurWords } from './useWaldurWords.ts'

/**
 * Words for permissions: our own, the same as in sentences, because Waldur's have several verbs for one thing, and no
 * plural; Waldur's for a permission that this page doesn't know. The list, which only searches in words, loads before
 * these.
 */
export function usePermissionWords(): (value: string) => PermissionWords {
  const waldurWords = useWaldurWords()
  return useMemo(() => {
    const known = new Map<string, PermissionWords>()
    return (value) => {
      const before = known.get(value)
      if (before) return before
      const words = ourWords(value, waldurWords(value))
      known.set(value, words)
      return words
    }
  }, [waldurWords])
}
