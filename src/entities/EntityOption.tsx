import type { AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import type { HTMLAttributes, Key } from 'react'
import { nameText } from '../ui/names.ts'
import { t } from '../ui/words.tsx'
import type { Entity } from './queries.ts'
import { shortUuid } from './queries.ts'
import { entityKind, isEntityType } from './types.ts'

/** "Organization › Project". The sign is read as "greater than" by few screen readers and as nothing by most. */
export const pathText = (entity: Entity): string => entity.path.map(nameText).join(' › ')

/** Entities that name and path do not tell apart. */
export function namesakes(entities: readonly Entity[]): Set<string> {
  const counts = new Map<string, number>()
  const key = ({ type, name, path }: Entity) => JSON.stringify([type, name, path])
  for (const entity of entities) counts.set(key(entity), (counts.get(key(entity)) ?? 0) + 1)
  return new Set(entities.filter((entity) => (counts.get(key(entity)) ?? 0) > 1).map((entity) => entity.uuid))
}

interface Props {
  entity: Entity
  /** Shows a part of the uuid, because another option looks the same. */
  ambiguous: boolean
  props: HTMLAttributes<HTMLLIElement> & { key: Key }
}

/** One hit: its name and state, below it where it belongs. */
export function EntityOption({ entity, ambiguous, props }: Props) {
  const { key: _, ...rest } = props
  const where = [pathText(entity), ambiguous && shortUuid(entity.uuid)].filter(Boolean).join(' · ')
  const state = entity.isGone && entity.state === null ? t('Removed') : entity.state
  return (
    <Box component="li" {...rest} sx={{ display: 'flex !important', gap: 1, py: '6px !important' }}>
      <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2" component="bdi" sx={CLAMP}>
          {nameText(entity.name)}
        </Typography>
        {where && (
          <Typography variant="body2" component="bdi" sx={{ ...CLAMP, fontSize: '0.8125rem', color: 'text.secondary' }}>
            {where}
          </Typography>
        )}
      </Box>
      {state && <Chip size="small" variant="outlined" label={capital(state)} sx={{ flexShrink: 0 }} />}
    </Box>
  )
}

/** The hits of one type; MUI's own group has no role that a list of options may hold. */
export function EntityGroup({ group, children }: AutocompleteRenderGroupParams) {
  const label = isEntityType(group) ? capital(entityKind(group).many()) : group
  return (
    <li role="presentation">
      <Box component="ul" role="group" aria-label={label} sx={{ p: 0, listStyle: 'none' }}>
        <Typography
          component="li"
          role="presentation"
          variant="body2"
          sx={{ px: 2, pt: 1, pb: 0.25, fontSize: '0.75rem', fontWeight: 600, color: 'text.secondary' }}
        >
          {label}
        </Typography>
        {children}
      </Box>
    </li>
  )
}

/** Names may be ten thousand characters long. */
const CLAMP = { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' } as const

/** Resources say "OK" and "Terminated", calls say "draft". */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ')
