import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import * as z from 'zod/mini'
import { request } from '../../api/client.ts'
import { orNull } from '../../api/wire.ts'
import type { PermissionWords } from './permissionWords.ts'
import { translatedWords } from './permissionWords.ts'
import { plainWords, shownWords } from './plainWords.ts'

// An entry that does not fit is dropped without affecting the others.
const Option = orNull(z.object({ label: z.string(), value: z.string() }))
const Group = orNull(z.object({ label: z.string(), options: z.array(Option) }))
const Metadata = z.object({ permission_descriptions: z.catch(z.array(Group), []) })

export const metadataQuery = () =>
  queryOptions({
    queryKey: ['permission-words'],
    queryFn: async ({ signal }) => {
      const metadata = await request('/api/metadata/permissions/', Metadata, { anonymous: true, signal })
      const words = metadata.permission_descriptions.flatMap((group) =>
        (group?.options ?? []).flatMap((option): [string, PermissionWords][] =>
          group && option ? [[option.value, shownWords({ label: option.label, group: group.label })]] : [],
        ),
      )
      return new Map(words)
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/**
 * Words for permissions: Waldur's own if it sends them, otherwise derived from the value. An older Waldur has no such
 * endpoint, so a failure is not shown.
 */
export function useWaldurWords(): (value: string) => PermissionWords {
  const { data } = useQuery(metadataQuery())
  return useMemo(() => {
    // Cached, because a search through ten thousand tokens looks up the same few words over and over.
    const known = new Map<string, PermissionWords>()
    return (value) => {
      const told = data?.get(value)
      const words = known.get(value) ?? (told ? translatedWords(value, told) : plainWords(value))
      known.set(value, words)
      return words
    }
  }, [data])
}
