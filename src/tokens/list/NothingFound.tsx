import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useContext } from 'react'
import { number, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { filterLabel, monthLabel } from '../rows/texts.ts'
import type { Filter } from '../rows/view.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import type { TokenList } from '../useAllTokens.ts'
import { EmptyState } from './EmptyState.tsx'

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
  const searched = q.trim() !== ''
  const isFiltered = show !== undefined || ends !== undefined
  const filter = ends === undefined ? show && filterLabel(show, isOff) : monthLabel(ends)
  return (
    <EmptyState py={6} isBelow>
      <Typography variant="h2">{t('No token is like that')}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 520, overflowWrap: 'anywhere' }}>
        {searched && isFiltered ? (
          <Trans
            text={t(
              'None of those under “{{filter}}” has “[[search]]” in its name, permissions, entities or addresses.',
              { filter: filter ?? '' },
            )}
            search={<Name of={q.trim()} />}
          />
        ) : searched ? (
          <Trans
            text={t('None has “[[search]]” in its name, permissions, entities or addresses.')}
            search={<Name of={q.trim()} />}
          />
        ) : (
          t('None of your tokens is under “{{filter}}”.', { filter: filter ?? '' })
        )}{' '}
        {!list.complete && t('Not all of your tokens are loaded.')}
      </Typography>
      {isFiltered && withoutFilter > 0 && searched && (
        <Button variant="outlined" onClick={widen}>
          {t('Search all states: {{shown}} found', { shown: number(withoutFilter) })}
        </Button>
      )}
      <Button variant={isFiltered && withoutFilter > 0 && searched ? 'text' : 'outlined'} onClick={clear}>
        {t('Show all tokens')}
      </Button>
    </EmptyState>
  )
}
