import Button from '@mui/material/Button'
import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { cutSearch, isSearchCut, SEARCH_LENGTH } from '../../ui/fold.ts'
import { number, Trans, t } from '../../ui/i18n.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { unlessOff } from '../../ui/unlessOff.ts'
import { usePermissionLines } from '../permissions/permissionLines.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import { GroupList } from './GroupList.tsx'
import { PermissionSearch } from './PermissionSearch.tsx'
import type { PastedScopes } from './pastedScopes.ts'
import styles from './permissionGroups.css?inline'
import { arrangeScopes, countScopes, findScopes, firstScopes, onlyScopes } from './scopeSearch.ts'
import segmentsStyles from './segments.css?inline'
import type { NoEffect } from './useWhyNoEffect.ts'

adoptStyles(styles)
adoptStyles(segmentsStyles)

interface Props {
  /** All permissions that can be chosen. */
  values: readonly string[]
  selected: ReadonlySet<string>
  /** Why a permission would have no effect; undefined for most. Stable, or each keystroke renders the list again. */
  whyNoEffect: (value: string) => NoEffect | undefined
  inputRef: (input: HTMLInputElement | null) => void
  /** The id of the error about the choice, while there is one. */
  problemId: string | undefined
  onBlur: () => void
  onToggle: (values: string[], on: boolean) => void
  onPaste: (pasted: PastedScopes) => void
  /** A secret was about to be entered into the search, and was kept out. */
  onSecret: () => void
}

/** With more permissions the groups start folded. */
const FEW = 12
/** Most search results to render: all of Waldur's own, but not a thousand on each keystroke. */
const MOST_FOUND = 150

/** All permissions by group, with a search. The list has no scroll of its own. */
export function PermissionGroups({ values, selected, whyNoEffect, problemId, inputRef, onToggle, ...handlers }: Props) {
  const words = usePermissionWords()
  const lineOf = usePermissionLines()
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  /** What was selected when only that was asked for. It stays listed, so that removing one does not move the others. */
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null)
  // Typed letters appear at once; the list follows when there is time.
  const wanted = useDeferredValue(cutSearch(search.trim()))
  const arranged = useMemo(() => arrangeScopes(values, words, lineOf), [values, words, lineOf])
  const listed = useMemo(
    () => (kept ? onlyScopes(arranged, new Set([...kept, ...selected])) : arranged),
    [arranged, kept, selected],
  )
  const found = useMemo(() => findScopes(listed, wanted), [listed, wanted])
  const groups = useMemo(() => (wanted === '' ? found : firstScopes(found, MOST_FOUND)), [found, wanted])
  const all = countScopes(arranged)
  const count = countScopes(found)
  const filters = [
    { label: t('All'), size: all, isOn: kept === null, apply: () => setKept(null) },
    { label: t('Selected'), size: selected.size, isOn: kept !== null, apply: () => setKept(selected) },
  ]
  const text = wanted === '' ? '' : foundText(wanted, count, all, isSearchCut(search.trim()))
  const showAll = () => {
    setSearch('')
    setKept(null)
    field.current?.focus()
  }
  return (
    <>
      <div className="permission-finder">
        <PermissionSearch
          values={values}
          search={search}
          inputRef={(input) => {
            field.current = input
            inputRef(input)
          }}
          isWrong={problemId !== undefined}
          describedBy={problemId}
          onSearch={setSearch}
          {...handlers}
        />
        <fieldset className="segments" aria-label={t('Listed permissions')}>
          {filters.map(({ label, size, isOn, apply }) => (
            <button key={label} type="button" aria-pressed={isOn} {...unlessOff(size === 0 && !isOn, apply)}>
              {label} <span>{number(size)}</span>
            </button>
          ))}
        </fieldset>
      </div>
      <div className="permission-groups">
        <GroupList
          groups={groups}
          selected={selected}
          searching={wanted !== '' || kept !== null}
          startsOpen={all <= FEW}
          whyNoEffect={whyNoEffect}
          onToggle={onToggle}
        />
        <div className="permission-found" data-shown={wanted !== '' || undefined}>
          {wanted !== '' && (
            <Button size="small" onClick={showAll}>
              {t('Show all {{count}} permissions', { count: all })}
            </Button>
          )}
          <span>
            <Trans text={text} />
          </span>
        </div>
        <Spoken text={text} about={wanted} />
      </div>
    </>
  )
}

function foundText(wanted: string, count: number, all: number, isCut: boolean): string {
  const texts = [
    count === 0
      ? t('No permissions match “[[text]]”.', { text: wanted })
      : t('{{shown}} of {{all}} permissions match', { shown: number(count), all: number(all) }),
    count > MOST_FOUND && t('Showing the first {{most}}. Add a word to narrow the list.', { most: number(MOST_FOUND) }),
    isCut && t('Only the first {{count}} characters are searched.', { count: SEARCH_LENGTH }),
  ]
  return texts.filter((text) => text !== false).join(' ')
}
