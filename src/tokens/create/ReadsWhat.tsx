import Folder from '@mui/icons-material/FolderOutlined'
import Public from '@mui/icons-material/Public'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { Trans, t } from '../../ui/i18n.tsx'
import { placesText } from './placeWords.ts'

/** What a read-only token reads: some data only in its places, some wherever its owner can see it. */
export function ReadsWhat({ places }: { places: readonly { name: string }[] | null }) {
  const id = useId()
  if (places === null) return null
  return (
    <Stack spacing={1} role="group" aria-labelledby={id}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 600 }}>
        {t('It reads')}
      </Typography>
      <Line icon={<Folder sx={ICON} />}>
        <Trans text={t('In [[place]]', { place: placesText(places) })} />
      </Line>
      <Line
        icon={<Public sx={ICON} />}
        small={t('Orders, invoices, users and roles. Waldur doesn’t limit these to places.')}
      >
        {t('Everywhere you can see them')}
      </Line>
    </Stack>
  )
}

const ICON = { fontSize: '1.125rem', color: 'primary.main', mt: '1px' } as const

function Line({ icon, small, children }: { icon: ReactNode; small?: string; children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {icon}
      <Typography variant="body2" component="div" sx={{ minWidth: 0, fontWeight: 550 }}>
        {children}
        {small && (
          <Typography variant="body2" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
            {small}
          </Typography>
        )}
      </Typography>
    </Box>
  )
}
