import Box from '@mui/material/Box'
import { useDeferredValue, useMemo } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { number, t } from '../../ui/i18n.tsx'
import type { Holder, Place } from '../access/access.ts'
import { CallList } from './CallList.tsx'
import calls from './calls.json'
import type { CallTable } from './calls.ts'
import { openedBy } from './calls.ts'

interface Props {
  scopes: readonly string[]
  /** Null for everywhere. */
  places: readonly Place[] | null
  /** Null until it is known. */
  holder: Holder | null
}

const table: CallTable = new Map(Object.entries(calls))

/** The API calls that a token's permissions allow in its places, collapsed. Not rendered if there are none. */
export function OpenedCalls(props: Props) {
  // Checking a permission should not wait for this.
  const { scopes, places, holder } = useDeferredValue(useSame(props))
  const rows = useMemo(
    () =>
      [...new Set(scopes)].flatMap((permission) => {
        const opened = openedBy(permission, table, places, holder)
        return opened ? [{ permission, opened }] : []
      }),
    [scopes, places, holder],
  )
  if (rows.every(({ opened }) => opened.kind === 'follows')) return null
  const count = rows.reduce((sum, { opened }) => sum + (opened.kind === 'calls' ? opened.calls.length : 0), 0)
  const label = (
    <>
      {t('API calls it opens')}
      {holder !== null && count > 0 && (
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, marginInlineStart: 1 }}>
          {number(count)}
        </Box>
      )}
    </>
  )
  return (
    <Disclosure label={label}>
      <CallList rows={rows} />
    </Disclosure>
  )
}

/** The same object as long as its parts are the same. */
function useSame({ scopes, places, holder }: Props): Props {
  return useMemo(() => ({ scopes, places, holder }), [scopes, places, holder])
}
