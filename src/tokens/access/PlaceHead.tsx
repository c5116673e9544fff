import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import { entityTypeLabel } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { NamedPlace } from './access.ts'

/** The name of a place with its type, which may be all that is left of a deleted one. */
export function PlaceHead({ place: { name, type } }: { place: NamedPlace }) {
  const label = entityTypeLabel(type)
  return (
    <>
      <Box sx={{ color: 'text.primary', fontWeight: 600, overflowWrap: 'anywhere' }}>
        <Name of={name} />
      </Box>
      {name !== label && <Box sx={{ fontWeight: 400 }}>{label}</Box>}
    </>
  )
}

export const DeletedTag = () => (
  <Tag color="error">
    <Close sx={{ fontSize: 12 }} /> {t('deleted')}
  </Tag>
)
