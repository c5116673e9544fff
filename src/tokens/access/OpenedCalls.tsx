import ExpandMore from '@mui/icons-material/ExpandMore'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { number, t } from '../../ui/words.tsx'
import type { Holder, Place } from '../rules/access.ts'
import { openedBy } from '../rules/calls.ts'
import { CallList } from './CallList.tsx'
import { callTableQuery } from './callTable.ts'

interface Props {
  scopes: readonly string[]
  /** Null for everywhere. */
  places: readonly Place[] | null
  /** Null until it is known. */
  holder: Holder | null
}

/** The API calls that a token's permissions open in its places, folded. Not there where they open none. */
export function OpenedCalls(props: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const { data: table, isError, refetch } = useQuery(callTableQuery())
  // A tick among the permissions need not wait for this.
  const { scopes, places, holder } = useDeferredValue(useSame(props))
  const rows = useMemo(
    () =>
      [...new Set(scopes)].flatMap((permission) => {
        const opened = openedBy(permission, table ?? {}, places, holder)
        return opened ? [{ permission, opened }] : []
      }),
    [scopes, table, places, holder],
  )
  if (rows.length === 0) return null
  const count = rows.reduce((sum, { opened }) => sum + (opened.kind === 'calls' ? opened.calls.length : 0), 0)
  return (
    <Box sx={{ mt: 1 }}>
      <Button
        color="inherit"
        size="small"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
        sx={{ ml: -0.75 }}
      >
        {t('API calls it opens')}
        {holder !== null && count > 0 && (
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, ml: 1 }}>
            {number(count)}
          </Box>
        )}
      </Button>
      {open && (
        <Box id={id} sx={{ mt: 0.5 }}>
          {table ? (
            <CallList rows={rows} />
          ) : isError ? (
            <Alert
              severity="warning"
              action={
                <Button color="inherit" size="small" onClick={() => void refetch()}>
                  {t('Try again')}
                </Button>
              }
            >
              {t('API calls couldn’t be loaded.')}
            </Alert>
          ) : (
            <Skeleton variant="rounded" height={60} />
          )}
        </Box>
      )}
    </Box>
  )
}

/** The same object for as long as all that is in it is the same. */
function useSame({ scopes, places, holder }: Props): Props {
  return useMemo(() => ({ scopes, places, holder }), [scopes, places, holder])
}
