import Alert from '@mui/material/Alert'
import type { AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Autocomplete from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useForkRef } from '@mui/material/utils'
import type { Ref } from 'react'
import { useRef, useState } from 'react'
import { isSearchCut, SEARCH_LENGTH } from '../ui/fold.ts'
import { t } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import { EntityGroup, EntityOption, namesakes, pathText } from './EntityOption.tsx'
import { EntityResults, SearchingText } from './EntityResults.tsx'
import type { Offer } from './offered.ts'
import { offered } from './offered.ts'
import type { Entity } from './queries.ts'
import { isUnknownToServer, shortUuid } from './queries.ts'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'
import { useEntitySearch } from './useEntitySearch.ts'

interface Props {
  /** The types to search. Several are grouped by type; without any, nothing can be picked. */
  types: readonly EntityType[]
  offer: Offer
  value: Entity | null
  onChange: (entity: Entity | null) => void
  onBlur?: () => void
  inputRef?: Ref<HTMLInputElement>
  error?: string | undefined
  note?: string | undefined
}

/**
 * Picks one entity of the server. Typing clears the choice, so the field never shows another text than the picked name.
 * The typed text stays on blur. A failure is shown below the field, where the keyboard can reach "Try again".
 */
export function EntityPicker({ types, offer, value, onChange, onBlur, inputRef, error, note }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(value?.name ?? '')
  const [typed, setTyped] = useState('')
  // The name of a picked entity may load later.
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    if (value) setText(value.name)
  }
  const composing = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const ref = useForkRef(field, inputRef)
  const { one, many } = types.length === 1 && types[0] !== undefined ? entityKind(types[0]) : ANY
  const sought = value ? '' : typed
  const search = offered(useEntitySearch(types, sought, open || typed !== ''), offer, types, sought)
  const notes = new Map(search.options.map((entity) => [entity, offer.describe(entity)]))
  const headingOf = (entity: Entity) => offer.sections[notes.get(entity)?.section ?? -1] ?? entity.type
  const isGrouped = types.length > 1 || [...notes.values()].some(({ section }) => section !== null)
  const ambiguous = namesakes(search.options)
  const tooLong = isSearchCut(typed.trim())
  const { error: failure } = search
  const absent = failure !== null && types.every((type) => isUnknownToServer(failure, type))

  return (
    <>
      <Autocomplete<Entity>
        disabled={types.length === 0}
        value={value}
        inputValue={text}
        open={open && !search.error}
        options={search.options}
        filterOptions={(options) => options}
        getOptionLabel={(entity) => entity.name}
        getOptionKey={(entity) => `${entity.type} ${entity.uuid}`}
        {...(isGrouped && {
          groupBy: headingOf,
          renderGroup: (group: AutocompleteRenderGroupParams) => <EntityGroup {...group} key={group.key} />,
        })}
        getOptionDisabled={(entity) => entity.isGone}
        isOptionEqualToValue={(option, picked) => option.uuid === picked.uuid}
        loading={search.pending}
        loadingText={<SearchingText search={search} />}
        noOptionsText={
          search.moreError
            ? t('Nothing found, but not everything could be searched.')
            : search.text
              ? t('No {{thing}} matches “{{text}}”.', { thing: one(), text: search.text })
              : t('There’s no {{thing}} you can see.', { thing: one() })
        }
        openText={t('Open list')}
        closeText={t('Close list')}
        clearText={t('Clear')}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        onChange={(_event, picked) => {
          setOpen(false)
          onChange(picked)
          setTyped('')
        }}
        onInputChange={(_event, next, reason) => {
          setText(next)
          if (reason !== 'input') return
          if (value) onChange(null)
          if (!composing.current) setTyped(next)
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={() => {
          composing.current = false
          setTyped(field.current?.value ?? '')
        }}
        onHighlightChange={(_event, option, reason) => {
          if (reason === 'keyboard' && option === search.options.at(-1)) search.more?.()
        }}
        onKeyDown={(event) => {
          // Enter only picks from the list and never submits the whole form.
          if (event.key === 'Enter') event.preventDefault()
        }}
        onBlur={onBlur}
        clearOnBlur={false}
        // We close the list above ourselves: MUI's way scrolls it to the top whenever a page is added.
        disableCloseOnSelect
        // Keep it inside the dialog, for Esc and for screen readers.
        disablePortal
        slots={{ paper: EntityResults }}
        slotProps={{
          popper: POPPER,
          listbox: {
            'aria-label': t('Places'),
            // Removes the field's own label, which would name two elements on the screen.
            'aria-labelledby': undefined,
            sx: { maxHeight: 'min(30vh, 232px)' },
            onScroll: ({ currentTarget: list }) => {
              if (list.scrollHeight - list.scrollTop - list.clientHeight < 48) search.more?.()
            },
          },
          paper: { search },
        }}
        renderOption={(props, entity) => (
          <EntityOption
            key={entity.uuid}
            props={props}
            entity={entity}
            ambiguous={ambiguous.has(entity.uuid)}
            isTyped={types.length === 1 || headingOf(entity) === entity.type}
            note={offer.describe(entity)}
          />
        )}
        renderInput={(params) => (
          <TextField
            {...params}
            size="small"
            label={t('Place')}
            placeholder={t('Type to search')}
            inputRef={ref}
            error={error !== undefined}
            helperText={error ?? hint(value, tooLong) ?? note}
          />
        )}
      />
      {absent ? (
        <Alert severity="info">{t('This Waldur server has no {{things}}.', { things: many() })}</Alert>
      ) : (
        search.error && (
          <Notice
            error={search.error}
            retry={() => {
              search.retry()
              // The button disappears with the error. Without this the focus would be lost.
              field.current?.focus()
              setOpen(true)
            }}
          >
            {t('Search failed.')}
          </Notice>
        )
      )}
    </>
  )
}

const ANY = { one: () => t('place'), many: () => t('places') }

/**
 * Fixed, and flipped by the space in the window, because the dialog scrolls and would clip the list or take its own
 * size for all the space there is. A constant, because a new object would recreate the popper at each render.
 */
const POPPER = {
  // As wide as the field. The list is wider and covers the rest of the row to its left.
  sx: { display: 'flex', justifyContent: 'flex-end' },
  popperOptions: {
    strategy: 'fixed' as const,
    modifiers: [
      { name: 'flip', options: { altBoundary: false } },
      { name: 'preventOverflow', options: { altBoundary: false } },
      {
        name: 'offset',
        // Above the field, the list would cover its label.
        options: { offset: ({ placement }: { placement: string }) => [0, placement.startsWith('top') ? 12 : 4] },
      },
    ],
  },
}

function hint(value: Entity | null, tooLong: boolean): string | undefined {
  if (tooLong) return t('Only the first {{count}} characters are searched.', { count: SEARCH_LENGTH })
  return value ? [pathText(value), shortUuid(value.uuid)].filter(Boolean).join(' · ') : undefined
}
