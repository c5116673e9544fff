import { useQueries } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ApiError } from '../../api/errors.ts'
import { entityQueries } from '../../entities/queries.ts'
import { entityKind } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { TokenForm } from './form.ts'

/**
 * Loads name, path and state of the entities that the form started with into their rows. Rows that were changed
 * meanwhile are left alone.
 * @returns the entities that Waldur does not show to the caller, in words
 */
export function useResolved(form: TokenForm): string[] {
  const started = (form.formState.defaultValues?.bindings ?? []).flatMap((row) =>
    row?.type && row.uuid ? [{ type: row.type, uuid: row.uuid, name: row.name ?? '' }] : [],
  )
  const responses = useQueries({
    queries: started.map(({ type, uuid }) => ({ ...entityQueries.detail(type, uuid), retry: false })),
  })
  const done = useRef(new Set<string>())
  const fresh = responses.flatMap(({ data }) => (data && !done.current.has(data.uuid) ? [data] : []))
  useEffect(() => {
    if (fresh.length === 0) return
    for (const { uuid } of fresh) done.current.add(uuid)
    // One by one, because setting the whole array would remount the rows that the user may be editing.
    for (const [index, { uuid }] of form.getValues('bindings').entries()) {
      const found = fresh.find((entity) => entity.uuid === uuid)
      if (found) form.setValue(`bindings.${index}`, found)
    }
  }, [form, fresh])
  return started.flatMap(({ type, name }, index) =>
    isHidden(responses[index]?.error)
      ? [t('{{type}} {{name}}', { type: entityKind(type).label(), name: nameText(name) })]
      : [],
  )
}

const isHidden = (error: unknown): boolean => error instanceof ApiError && [403, 404].includes(error.status)
