import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { translated } from '../../ui/i18n.tsx'
import { useLocale } from '../../ui/locale.ts'
import { fetchScript } from '../../ui/scripts.ts'

// biome-ignore lint/plugin: the shape of the JSON; turned into a Map before any lookup
type Lines = Readonly<Record<string, string>>

/** What each permission allows, where that is more than its words say. Waldur has no such texts. */
const FILES = new Map(Object.entries(import.meta.glob<Lines>('./languages/does.*.json', { import: 'default' })))

const fileOf = (name: string) => `./languages/${name}.json`

/**
 * Loads the lines of a language, or else the English ones; not with the form, which would make its script too large.
 * @returns none if they can't be loaded, because the form doesn't need them
 */
export async function loadLines(language: string): Promise<ReadonlyMap<string, string>> {
  const name = FILES.has(fileOf(`does.${language}`)) ? `does.${language}` : 'does.en'
  const load = FILES.get(fileOf(name))
  const lines = await fetchScript(name)
    .then(load)
    .catch(() => null)
  return new Map(Object.entries(lines ?? {}))
}

/** A line about a permission; null for an unknown one, and for all before they have loaded. */
export function usePermissionLines(): (value: string) => string | null {
  const { language } = useLocale()
  const { data: lines } = useQuery({
    queryKey: ['permission-lines', language],
    queryFn: () => loadLines(language),
    staleTime: ({ state }) => (state.data?.size ? Number.POSITIVE_INFINITY : 0),
  })
  // A language that the operator added has them in its own file.
  return useCallback((value) => translated(`does: ${value}`, lines?.get(value) ?? '') || null, [lines])
}
