import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import type { Ref } from 'react'
import { memo, useDeferredValue, useId, useMemo, useState } from 'react'
import { cutSearch, isSearchCut, SEARCH_LENGTH } from '../../ui/fold.ts'
import { number, t } from '../../ui/i18n.tsx'
import { useStepwise } from '../../ui/useStepwise.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { PastedScopes } from './pastedScopes.ts'
import { pastedScopes, withoutPastedSecrets } from './pastedScopes.ts'
import { ScopeGroup } from './ScopeGroup.tsx'
import type { ScopeGroupRows } from './scopeSearch.ts'
import { arrangeScopes, countScopes, findScopes, firstScopes } from './scopeSearch.ts'

interface Props {
  /** All permissions that can be chosen. */
  values: readonly string[]
  selected: ReadonlySet<string>
  /**
   * Why a permission would have no effect, in words; undefined for most. Stable, or each keystroke renders the list
   * again.
   */
  whyNoEffect: (value: string) => string | undefined
  phone: boolean
  inputRef: Ref<HTMLInputElement>
  /** The error about the choice, shown where the focus then goes. */
  problem: string | undefined
  onBlur: () => void
  onToggle: (values: string[], on: boolean) => void
  onPaste: (pasted: PastedScopes) => void
  /** A secret was about to be entered into the search, and was kept out. */
  onSecret: () => void
}

/** With more permissions the groups start collapsed on a phone, where the list has no scroll bar of its own. */
const FEW = 20
/** With more permissions they start collapsed everywhere. Waldur has about 140, which render at once. */
const MANY = 300
/** Most search results to render: all of Waldur's own, but not a thousand at each keystroke. */
const MOST_FOUND = 150
/** Rows rendered first: more than are visible in the scrolling list. The rest follows. */
const FIRST = 20
/** In pixels, high enough to read a long list comfortably. */
const HEIGHT = 320

/** All permissions by group, with a search over names and values. A pasted list is added instead of searched for. */
export function ScopeList(props: Props) {
  const { values, selected, whyNoEffect, phone, problem, inputRef, onBlur, onToggle, onPaste, onSecret } = props
  const id = useId()
  const words = usePermissionWords()
  const [search, setSearch] = useState('')
  // Typed letters appear at once; the list follows when there is time.
  const wanted = useDeferredValue(cutSearch(search.trim()))
  const arranged = useMemo(() => arrangeScopes(values, words), [values, words])
  const found = useMemo(() => findScopes(arranged, wanted), [arranged, wanted])
  const groups = useMemo(() => (wanted === '' ? found : firstScopes(found, MOST_FOUND)), [found, wanted])
  const all = countScopes(arranged)
  const count = countScopes(found)
  return (
    <>
      <Box sx={{ px: 1, pt: 1.5, pb: 1, borderTop: 1, borderColor: 'divider' }}>
        <TextField
          fullWidth
          type="search"
          label={t('Search permissions')}
          value={search}
          onChange={({ target }) => {
            const rest = withoutPastedSecrets(target.value)
            if (rest !== target.value) onSecret()
            setSearch(rest)
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text')
            const pasted = pastedScopes(text, values)
            const rest = withoutPastedSecrets(text)
            if (!pasted && rest === text) return
            event.preventDefault()
            if (pasted) onPaste(pasted)
            else {
              setSearch(rest)
              onSecret()
            }
          }}
          placeholder={t('Words, values or a pasted list')}
          onBlur={onBlur}
          onKeyDown={(event) => {
            // Enter would submit the form, and Escape would close it.
            if (event.key === 'Enter') event.preventDefault()
            if (event.key !== 'Escape' || search === '') return
            event.stopPropagation()
            setSearch('')
          }}
          inputRef={inputRef}
          error={problem !== undefined}
          helperText={problem}
          slotProps={{
            htmlInput: { autoComplete: 'off', 'aria-describedby': `${id}-problem ${id}-count` },
            formHelperText: { id: `${id}-problem` },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <Search fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
        <Typography
          id={`${id}-count`}
          role="status"
          variant="body2"
          sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 0.75, px: 0.5 }}
        >
          {wanted === ''
            ? t('{{count}} permissions', { count: all, defaultValue_one: 'One permission' })
            : count === 0
              ? t('No permission matches “{{text}}”.', { text: wanted })
              : t('{{shown}} of {{all}} permissions match', { shown: number(count), all: number(all) })}{' '}
          {wanted !== '' &&
            count > MOST_FOUND &&
            t('The first {{most}} are listed; one more word finds fewer.', { most: number(MOST_FOUND) })}{' '}
          {isSearchCut(search.trim()) &&
            t('Only the first {{count}} characters are searched.', { count: SEARCH_LENGTH })}
        </Typography>
      </Box>
      <Groups
        groups={groups}
        selected={selected}
        searching={wanted !== ''}
        startsOpen={all <= (phone ? FEW : MANY)}
        whyNoEffect={whyNoEffect}
        onToggle={onToggle}
      />
    </>
  )
}

interface GroupsProps extends Pick<Props, 'selected' | 'whyNoEffect' | 'onToggle'> {
  groups: readonly ScopeGroupRows[]
  searching: boolean
  startsOpen: boolean
}

/** Memoised, so that typing does not wait for the list. */
const Groups = memo(function Groups({ groups, ...rest }: GroupsProps) {
  const all = countScopes(groups)
  const rendered = useStepwise(groups, rest.searching || rest.startsOpen ? FIRST : all, all)
  let before = 0
  return (
    // On a phone only the page scrolls, because a scrolling list inside it would trap the finger.
    <Box
      sx={{
        maxHeight: { sm: HEIGHT },
        overflowY: { sm: 'auto' },
        position: 'relative',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      {groups.map((group) => {
        const left = rendered - before
        before += group.rows.length
        return (
          left > 0 && (
            <ScopeGroup key={group.name} group={group} rendered={Math.min(left, group.rows.length)} {...rest} />
          )
        )
      })}
    </Box>
  )
})
