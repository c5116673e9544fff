import Search from '@mui/icons-material/Search'
import Button from '@mui/material/Button'
import { useContext, useEffect } from 'react'
import { keepFocus } from '../../ui/focus.ts'
import { number, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { monthLabel } from '../rows/monthLabel.ts'
import { filterLabel } from '../rows/texts.ts'
import type { Filter } from '../rows/view.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import type { TokenList } from '../useAllTokens.ts'
import { NoRows } from './NoRows.tsx'

interface Props {
  list: TokenList
  q: string
  show: Filter | undefined
  ends: string | undefined
  /** How many tokens the search finds without the filter. */
  withoutFilter: number
  widen: () => void
  clear: () => void
}

/** Replaces the rows if the view matches no token: why, and how to see more. */
export function NothingFound({ list, q, show, ends, withoutFilter, widen, clear }: Props) {
  const isOff = useContext(TurnedOffContext)
  // The last row may have had the focus.
  useEffect(keepFocus, [])
  const search = q.trim()
  const filter = ends === undefined ? show && filterLabel(show, isOff) : monthLabel(ends)
  const hasMore = search && filter && withoutFilter > 0
  const why = () => {
    if (!list.complete) return t('Not all of your tokens are loaded.')
    if (list.unreadable > 0) return t('Nothing found, but not everything could be searched.')
    if (!search) return t('You have no tokens under “{{filter}}”.', { filter: filter ?? '' })
    return filter
      ? t('Under “{{filter}}”, “[[search]]” isn’t in any name, permission, place or IP address.', { filter })
      : t('“[[search]]” isn’t in any name, permission, place or IP address.')
  }
  return (
    <NoRows
      isBelow
      icon={<Search sx={{ fontSize: '1.25rem', color: 'text.secondary' }} />}
      title={list.complete ? t('No matching tokens') : t('No matching tokens so far')}
      actions={
        <>
          {hasMore && (
            <Button variant="outlined" color="inherit" onClick={widen}>
              {t('Search all tokens ({{shown}} found)', { shown: number(withoutFilter) })}
            </Button>
          )}
          <Button variant={hasMore ? 'text' : 'outlined'} color="inherit" onClick={clear}>
            {t('Show all tokens')}
          </Button>
        </>
      }
    >
      <Trans text={why()} search={<Name of={search} />} />
    </NoRows>
  )
}
