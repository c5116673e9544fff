import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState } from 'react'
import { t } from '../../ui/i18n.tsx'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import { AccessByPlace } from './AccessByPlace.tsx'
import type { Access, Holder, NamedPlace } from './access.ts'
import { accessOf } from './access.ts'
import { followsRole } from './follows.ts'
import { Legend } from './Legend.tsx'
import { DeletedTag, PlaceHead } from './PlaceHead.tsx'
import { Verdict, VerdictText } from './Verdict.tsx'

interface Props {
  scopes: readonly string[]
  /** Null for a token without a binding to places. */
  places: readonly NamedPlace[] | null
  holder: Holder
}

export interface PlaceColumn {
  place: NamedPlace | null
  key: string
  /** In the order of the rows. */
  verdicts: readonly Access[]
}

const AT_ONCE = 8

/** Just below MUI's `sm`. On such a screen a table with several places would need sideways scrolling. */
const SMALL = '(max-width: 599.95px)'

/** Each permission in each place: whether the user's current roles make it work there, and if not, why. */
export function AccessTable({ scopes, places, holder }: Props) {
  const [all, setAll] = useState(false)
  const isSmall = useMediaQuery(SMALL)
  const rows = all ? scopes : scopes.slice(0, AT_ONCE)
  const columns = (places ?? [null]).map((place, index) => ({
    place,
    key: place?.uuid ?? `gone ${index}`,
    verdicts: rows.map((scope) => accessOf(scope, place, holder)),
  }))
  const Shown = isSmall ? AccessByPlace : Matrix
  return (
    <>
      <Shown scopes={rows} columns={columns} holder={holder} />
      {rows.length < scopes.length && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setAll(true)}>
          {t('Show all {{count}} permissions', { count: scopes.length })}
        </Button>
      )}
      <Box sx={{ mt: 1.5 }}>
        <Legend verdicts={columns.flatMap(({ verdicts }) => verdicts)} />
      </Box>
    </>
  )
}

export interface ShownProps {
  scopes: readonly string[]
  columns: readonly PlaceColumn[]
  holder: Holder
}

function Matrix({ scopes, columns, holder }: ShownProps) {
  const words = usePermissionWords()
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('Table of what works where')}>
      <Table size="small" aria-label={t('What works where')}>
        <TableHead>
          <TableRow sx={{ verticalAlign: 'top' }}>
            <TableCell sx={FIRST}>{t('Permission')}</TableCell>
            {columns.map(({ place, key }) => (
              <TableCell key={key} sx={{ minWidth: 140, whiteSpace: 'normal' }}>
                {place ? (
                  <>
                    <PlaceHead place={place} />
                    {place.uuid === null && <DeletedTag />}
                  </>
                ) : (
                  t('Where it works')
                )}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {scopes.map((scope, row) => (
            <TableRow key={scope}>
              <TableCell component="th" scope="row" sx={FIRST}>
                {words(scope).label}
              </TableCell>
              {followsRole(scope) ? (
                <TableCell colSpan={columns.length}>
                  <VerdictText
                    kind="follows"
                    cell={t('follows your role, not the token')}
                    aria={t('Follows your role. The token makes no difference.')}
                  />
                </TableCell>
              ) : (
                columns.map(({ place, key, verdicts }) => (
                  <TableCell key={key} sx={place?.uuid === null ? GONE : {}}>
                    {verdicts[row] && <Verdict access={verdicts[row]} holder={holder} everywhere={place === null} />}
                  </TableCell>
                ))
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

/** The permission stays visible while the places scroll sideways. */
const FIRST = { position: 'sticky', left: 0, zIndex: 1, bgcolor: 'background.paper', minWidth: 150 } as const

const GONE = {
  backgroundImage:
    'repeating-linear-gradient(135deg, transparent 0 6px, rgb(var(--mui-palette-error-mainChannel) / 0.1) 6px 7px)',
} as const
