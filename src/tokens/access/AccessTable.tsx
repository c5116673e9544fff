import Block from '@mui/icons-material/Block'
import Check from '@mui/icons-material/Check'
import HelpOutlined from '@mui/icons-material/HelpOutlined'
import Remove from '@mui/icons-material/Remove'
import SubdirectoryArrowRight from '@mui/icons-material/SubdirectoryArrowRight'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SvgIconProps } from '@mui/material/SvgIcon'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ComponentType } from 'react'
import { useState } from 'react'
import { Name } from '../../ui/Name.tsx'
import { unseen } from '../../ui/unseen.ts'
import { t } from '../../ui/words.tsx'
import { usePermissionWords } from '../permissions.ts'
import type { Access, Holder, NamedPlace } from '../rules/access.ts'
import { accessOf } from '../rules/access.ts'
import { accessWords } from './accessWords.ts'

interface Props {
  scopes: readonly string[]
  /** Null for a token that is bound to nothing. */
  places: readonly NamedPlace[] | null
  holder: Holder
}

const AT_ONCE = 8

/** Each permission in each entity: where it works with the caller's roles of today, and why not elsewhere. */
export function AccessTable({ scopes, places, holder }: Props) {
  const words = usePermissionWords()
  const [all, setAll] = useState(false)
  const rows = all ? scopes : scopes.slice(0, AT_ONCE)
  const columns = (places ?? [null]).map((place, index) => ({ place, key: place?.uuid ?? `gone ${index}` }))
  return (
    <>
      <TableContainer tabIndex={0} role="region" aria-label={t('Table of what works where')}>
        <Table size="small" aria-label={t('What works where')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('Permission')}</TableCell>
              {columns.map(({ place, key }) => (
                <TableCell key={key} sx={{ minWidth: 150 }}>
                  {place ? <Name of={place.name} /> : t('Where it works')}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((scope) => (
              <TableRow key={scope}>
                <TableCell component="th" scope="row" sx={{ minWidth: 150 }}>
                  {words(scope).label}
                </TableCell>
                {columns.map(({ place, key }) => (
                  <TableCell key={key}>
                    <Cell access={accessOf(scope, place, holder)} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length < scopes.length && (
        <Button size="small" sx={{ mt: 1 }} onClick={() => setAll(true)}>
          {t('Show all {{count}} permissions', { count: scopes.length })}
        </Button>
      )}
    </>
  )
}

const ICONS: Record<Access['kind'], ComponentType<SvgIconProps>> = {
  works: Check,
  inside: SubdirectoryArrowRight,
  follows: Remove,
  above: VisibilityOutlined,
  unknown: HelpOutlined,
  'not asked': Block,
  'not yours': Block,
  gone: Block,
  'staff only': Block,
}

const COLORS: Record<Access['kind'], string> = {
  works: 'success.main',
  inside: 'success.main',
  follows: 'text.secondary',
  above: 'warning.main',
  unknown: 'text.secondary',
  'not asked': 'warning.main',
  'not yours': 'warning.main',
  gone: 'warning.main',
  'staff only': 'warning.main',
}

function Cell({ access }: { access: Access }) {
  const Icon = ICONS[access.kind]
  const { cell, aria } = accessWords(access)
  return (
    <Box sx={{ display: 'flex', gap: 0.75 }}>
      <Icon sx={{ fontSize: 18, mt: '1px', color: COLORS[access.kind], flexShrink: 0 }} />
      <Box aria-hidden component="bdi" sx={{ minWidth: 0 }}>
        {cell}
      </Box>
      <Box sx={unseen}>{aria}</Box>
    </Box>
  )
}
