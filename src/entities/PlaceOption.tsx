import type { AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import type { HTMLAttributes, Key } from 'react'
import { t, unmarked } from '../ui/i18n.tsx'
import { LineIcon } from '../ui/LineIcon.tsx'
import { Marked } from '../ui/Marked.tsx'
import { nameText } from '../ui/names.ts'
import { Tag } from '../ui/Tag.tsx'
import type { OptionNote } from './offered.ts'
import { capital, unusualState, whereText } from './placeText.ts'
import type { Entity } from './queries.ts'
import { shortUuid } from './queries.ts'
import { TypeIcon } from './TypeIcon.tsx'
import { entityKind, isEntityType } from './types.ts'

interface Props {
  entity: Entity
  /** What was searched for. */
  search: string
  /** Shows a part of the uuid, because another option looks the same. */
  ambiguous: boolean
  note: OptionNote | undefined
  props: HTMLAttributes<HTMLLIElement> & { key: Key }
}

/**
 * One search result: its name, what and where it is, and what it is good for. Its name for screen readers has it all.
 */
export function PlaceOption({ entity, search, ambiguous, note, props }: Props) {
  // Without MUI's class, whose styles are for one line of text.
  const { key: _, className: _class, ...rest } = props
  const name = nameText(entity.name)
  const state = unusualState(entity)
  const where = unmarked([whereText(entity), ambiguous && shortUuid(entity.uuid), state].filter(Boolean).join(' · '))
  const tag = entity.isGone ? null : note?.tag
  const line = entity.isGone ? '' : unmarked(note?.line ?? '')
  const isAdded = note?.isAdded === true
  return (
    <Box
      component="li"
      {...rest}
      className="hit"
      aria-selected={isAdded}
      aria-label={[name, where, line, isAdded && t('added'), tag?.text].filter(Boolean).join(', ')}
    >
      <TypeIcon type={entity.type} />
      <div className="hit-texts">
        <div className="hit-name">
          <bdi translate="no">
            <Marked text={name} search={search} />
          </bdi>
          {isAdded && (
            <span className="hit-added">
              <LineIcon d="m3.5 8.5 3 3 6-7" />
              {t('added')}
            </span>
          )}
        </div>
        <bdi className="hit-where" translate="no">
          <Marked text={where} search={search} />
          {line && ` · ${line}`}
        </bdi>
      </div>
      {tag && (
        <Tag color={tag.color} mark={tag.mark}>
          {tag.text}
        </Tag>
      )}
    </Box>
  )
}

/** The options under one heading. MUI's own group has a role that is not allowed inside a listbox. */
export function PlaceGroup({ group, children }: AutocompleteRenderGroupParams) {
  const label = isEntityType(group) ? capital(entityKind(group).many()) : group
  return (
    <li role="presentation">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is not allowed inside a listbox */}
      <ul role="group" aria-label={label} className="hits">
        <li role="presentation" className="hits-heading">
          {label}
        </li>
        {children}
      </ul>
    </li>
  )
}
