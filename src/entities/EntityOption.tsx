import Check from '@mui/icons-material/Check'
import type { AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import type { HTMLAttributes, Key } from 'react'
import { useId } from 'react'
import { t } from '../ui/i18n.tsx'
import { nameText } from '../ui/names.ts'
import type { TagWords } from '../ui/Tag.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Entity } from './queries.ts'
import { shortUuid } from './queries.ts'
import { entityKind, isEntityType } from './types.ts'

/** What to add to an option, depending on what it is picked for. */
export interface OptionNote {
  /** The index of its heading in `sections`; null puts it under its type. */
  section: number | null
  isAdded: boolean
  tag: TagWords | null
  /** Shown after its path. */
  line: string | null
}

/** "Organization › Project". Few screen readers read the sign as "greater than", most skip it. */
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
  /** Whether the heading already shows its type. */
  isTyped: boolean
  note: OptionNote
  props: HTMLAttributes<HTMLLIElement> & { key: Key }
}

/** One search result: its name with the path below, its state and what it is good for beside it. */
export function EntityOption({ entity, ambiguous, isTyped, note, props }: Props) {
  const id = useId()
  const { key: _, ...rest } = props
  const type = !isTyped && entityKind(entity.type).label()
  const where = [type, pathText(entity), ambiguous && shortUuid(entity.uuid)].filter(Boolean).join(' · ')
  const state = entity.isGone && entity.state === null ? t('Removed') : entity.state
  return (
    <Box
      component="li"
      {...rest}
      aria-labelledby={`${id}-name ${id}-where`}
      aria-describedby={`${id}-line ${id}-note`}
      sx={{ display: 'flex !important', flexWrap: 'wrap', columnGap: 1, rowGap: 0.5, py: '6px !important' }}
    >
      <Box sx={{ flex: '1 1 150px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography id={`${id}-name`} variant="body2" component="bdi" sx={CLAMP}>
          {nameText(entity.name)}
        </Typography>
        {(where || note.line) && (
          <Typography variant="body2" component="bdi" sx={{ ...CLAMP, ...SMALL, WebkitLineClamp: 3 }}>
            <span id={`${id}-where`}>{where}</span>
            {where && note.line && ' · '}
            <span id={`${id}-line`}>{note.line}</span>
          </Typography>
        )}
      </Box>
      <Box id={`${id}-note`} sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
        {note.isAdded && (
          <Typography component="span" variant="body2" sx={{ ...SMALL, color: 'success.main', display: 'inline-flex' }}>
            <Check sx={{ fontSize: 16, mr: 0.25 }} />
            {t('added')}
          </Typography>
        )}
        {state && <Chip size="small" variant="outlined" label={nameText(capital(state))} />}
        {note.tag && <Tag color={note.tag.color}>{note.tag.text}</Tag>}
      </Box>
    </Box>
  )
}

/** The options under one heading. MUI's own group has a role that is not allowed inside a listbox. */
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
const SMALL = { fontSize: '0.8125rem', color: 'text.secondary' } as const

/** Resources have states like "OK" and "Terminated", calls like "draft". */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('_', ' ')
