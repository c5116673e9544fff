import Close from '@mui/icons-material/Close'
import Search from '@mui/icons-material/Search'
import type { AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useForkRef } from '@mui/material/utils'
import type { Ref } from 'react'
import { useRef, useState } from 'react'
import type { FieldError } from 'react-hook-form'
import { Alert } from '../ui/Alert.tsx'
import { adoptStyles } from '../ui/adoptStyles.ts'
import { isSearchCut, SEARCH_LENGTH } from '../ui/fold.ts'
import { langOf } from '../ui/formErrors.ts'
import { Trans, t } from '../ui/i18n.tsx'
import { Notice } from '../ui/Notice.tsx'
import { nameText } from '../ui/names.ts'
import { Spoken } from '../ui/Spoken.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Offer } from './offered.ts'
import { keyOf, offered } from './offered.ts'
import { PlaceGroup, PlaceOption } from './PlaceOption.tsx'
import { PlaceResults, SearchingRows, searchText } from './PlaceResults.tsx'
import styles from './placeSearch.css?inline'
import { namesakes, whereText } from './placeText.ts'
import type { Entity } from './queries.ts'
import { isUnknownToServer } from './search.ts'
import { kindOf, noneText, placeholder } from './searchWords.ts'
import type { EntityType } from './types.ts'
import { usePlaceSearch } from './usePlaceSearch.ts'

adoptStyles(styles)

interface Props {
  /** The types to search, at least one. */
  types: readonly EntityType[]
  offer: Offer
  /** A place was picked that is not added, or again to remove it. */
  onPick: (entity: Entity) => void
  inputRef: Ref<HTMLInputElement> | undefined
  error: FieldError | undefined
}

/**
 * Adds places of all types by one search. The list stays open for more; the field never shows what was picked, because
 * a list beside it does. A failure is shown below the field, where the keyboard can reach "Try again".
 */
export function PlaceSearch({ types, offer, onPick, inputRef, error }: Props) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [typed, setTyped] = useState('')
  const [only, setOnly] = useState<EntityType | null>(null)
  const [isBelow, setBelow] = useState(true)
  const [hasPicked, setHasPicked] = useState(false)
  const [added, setAdded] = useState('')
  const composing = useRef(false)
  const field = useRef<HTMLInputElement>(null)
  const ref = useForkRef(field, inputRef)
  const shown = only === null ? types : [only]
  const search = offered(usePlaceSearch(types, only, typed, open || typed !== ''), offer, shown, typed)
  const headingOf = (entity: Entity) => offer.sections[search.notes.get(entity)?.section ?? -1] ?? entity.type
  const ambiguous = namesakes(search.options)
  const { error: failure } = search
  const none = noneText(types, search.text, offer.unseen)
  const absent =
    failure !== null && types.every((type) => isUnknownToServer(failure, type))
      ? t('This Waldur server has no {{things}}.', { things: kindOf(types).many() })
      : null

  const seek = (next: string) => {
    setText(next)
    setTyped(next)
    setHasPicked(false)
  }
  const close = () => {
    setOpen(false)
    setOnly(null)
    // A search that found its place is over.
    if (hasPicked) seek('')
  }

  const more =
    search.more &&
    (() => {
      // The button disappears.
      field.current?.focus()
      search.more?.()
    })

  return (
    // The list closes when the focus leaves both it and the field, so that the keyboard reaches its buttons.
    <Box
      onBlur={({ currentTarget, relatedTarget }) => {
        if (open && !currentTarget.contains(relatedTarget)) close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        // Only the list, not the dialog.
        event.stopPropagation()
        field.current?.focus()
        close()
      }}
    >
      <Autocomplete<Entity>
        value={null}
        inputValue={text}
        open={open && !search.error}
        options={search.options}
        filterOptions={(options) => options}
        getOptionLabel={(entity) => entity.name}
        getOptionKey={keyOf}
        groupBy={headingOf}
        renderGroup={(group: AutocompleteRenderGroupParams) => <PlaceGroup {...group} key={group.key} />}
        getOptionDisabled={(entity) => entity.isGone}
        disabledItemsFocusable
        loading={search.pending}
        loadingText={<SearchingRows />}
        // The line below the list says that nothing was found.
        noOptionsText=""
        onOpen={() => {
          if (field.current) setBelow(isSpaceBelow(field.current.getBoundingClientRect()))
          setOpen(true)
        }}
        onClose={(_event, reason) => {
          if (reason !== 'blur') close()
        }}
        onChange={(_event, picked) => {
          if (!picked) return
          onPick(picked)
          setHasPicked(true)
          // Picking a place that is added removes it.
          const isAdded = search.notes.get(picked)?.isAdded !== true
          setAdded([nameText(picked.name), whereText(picked), isAdded ? t('added') : t('Removed')].join(', '))
          // The next letter begins another search.
          field.current?.select()
        }}
        onInputChange={(_event, next, reason) => {
          if (reason !== 'input') return
          setText(next)
          setHasPicked(false)
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
          if (event.key !== 'Enter') return
          // Enter only picks from the list and never submits the whole form.
          event.preventDefault()
          // The shortcut submits what is on the screen, and must not add or remove a place first.
          if (event.ctrlKey || event.metaKey) event.defaultMuiPrevented = true
        }}
        clearOnBlur={false}
        forcePopupIcon={false}
        disableCloseOnSelect
        // Keep it inside the dialog, for Esc and for screen readers.
        disablePortal
        slots={{ paper: PlaceResults }}
        slotProps={{
          popper: { placement: isBelow ? 'bottom-start' : 'top-start', popperOptions: POPPER_OPTIONS },
          listbox: {
            'aria-label': t('Places'),
            'aria-multiselectable': true,
            // Removes the field's own label, which would name two elements on the screen.
            'aria-labelledby': undefined,
            className: 'hits place-list',
            onScroll: ({ currentTarget: list }) => {
              if (list.scrollHeight - list.scrollTop - list.clientHeight < 48) search.more?.()
            },
          },
          paper: { search: { ...search, more }, none, only, onOnly: setOnly },
        }}
        renderOption={(props, entity) => (
          <PlaceOption
            key={keyOf(entity)}
            props={props}
            entity={entity}
            search={typed}
            ambiguous={ambiguous.has(entity.uuid)}
            note={search.notes.get(entity)}
          />
        )}
        renderInput={({ slotProps, ...params }) => (
          <TextField
            {...params}
            size="small"
            className="place-search"
            placeholder={placeholder(types)}
            inputRef={ref}
            error={error !== undefined}
            helperText={
              error ? (
                <span lang={langOf(error)}>
                  <Trans text={error.message ?? ''} />
                </span>
              ) : (
                isSearchCut(typed.trim()) &&
                t('Only the first {{count}} characters are searched.', { count: SEARCH_LENGTH })
              )
            }
            slotProps={{
              htmlInput: { ...slotProps.htmlInput, 'aria-label': t('Add a place') },
              input: {
                ...slotProps.input,
                startAdornment: <Search />,
                endAdornment: text !== '' && (
                  <IconButton
                    size="small"
                    tabIndex={-1}
                    aria-label={t('Clear search')}
                    onClick={() => {
                      seek('')
                      field.current?.focus()
                    }}
                  >
                    <Close fontSize="small" />
                  </IconButton>
                ),
              },
            }}
          />
        )}
      />
      <Spoken text={added} />
      <Spoken text={absent ?? (open && !search.error ? searchText(search, none) : '')} about={typed} />
      {absent && (
        <Alert role="note" severity="info">
          {absent}
        </Alert>
      )}
      <Notice
        error={!absent && search.error}
        retry={() => {
          search.retry()
          // The button disappears with the error. Without this the focus would be lost.
          field.current?.focus()
          setOpen(true)
        }}
      >
        {t('Couldn’t search.')}
      </Notice>
    </Box>
  )
}

/** Whether the list fits below the field, or at least better than above it. */
function isSpaceBelow({ top, bottom }: DOMRect): boolean {
  const space = innerHeight - bottom
  return space >= 0.44 * innerHeight || space >= top
}

/**
 * Fixed, because the dialog scrolls and would clip the list or take its own size for all the space there is. The list
 * stays on the side where it opened, however long it becomes. A constant, because a new object would recreate the
 * popper on each render.
 */
const POPPER_OPTIONS = {
  strategy: 'fixed' as const,
  modifiers: [
    { name: 'flip', enabled: false },
    { name: 'offset', options: { offset: [0, 4] } },
  ],
}
