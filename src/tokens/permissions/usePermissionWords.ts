import { useMemo } from 'react'
import { translated } from '../../ui/i18n.tsx'
import { permissionLabel } from './permissionPhrases.ts'
import type { PermissionWords } from './permissionWords.ts'
import { useWaldurWords } from './useWaldurWords.ts'

/**
 * Words for permissions. In English they are our own, the same as in sentences: Waldur's have several verbs for one
 * thing, and no plural. The list, which only searches in words, loads before these.
 */
export function usePermissionWords(): (value: string) => PermissionWords {
  const waldurWords = useWaldurWords()
  return useMemo(() => {
    const known = new Map<string, PermissionWords>()
    return (value) => {
      const before = known.get(value)
      if (before) return before
      const { label, group } = waldurWords(value)
      const words = { label: translated(value, permissionLabel(value) ?? label), group }
      known.set(value, words)
      return words
    }
  }, [waldurWords])
}
