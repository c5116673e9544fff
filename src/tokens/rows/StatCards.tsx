import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Skeleton from '@mui/material/Skeleton'
import { memo, useContext } from 'react'
import { number, t } from '../../ui/words.tsx'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { filterLabel } from './texts.ts'
import type { ChangeView, Filter } from './view.ts'
import { FILTERS } from './view.ts'

interface Props {
  counts: Record<Filter, number>
  shown: Filter | undefined
  change: ChangeView
}

/** How many tokens are how; a click shows these only, another one all again. */
export const StatCards = memo(function StatCards({ counts, shown, change }: Props) {
  const isOff = useContext(TurnedOffContext)
  return (
    <Box role="group" aria-label={t('Show only')} sx={GRID}>
      {FILTERS.map((filter) => (
        <ButtonBase
          key={filter}
          aria-pressed={shown === filter}
          onClick={() => change({ show: shown === filter ? undefined : filter }, { replace: false })}
          sx={{
            ...CARD,
            ...(shown === filter && CHOSEN),
          }}
        >
          <Box
            component="span"
            sx={{
              ...NUMBER,
              fontWeight: 650,
              fontVariantNumeric: 'tabular-nums',
              color: counts[filter] === 0 ? 'text.secondary' : 'text.primary',
            }}
          >
            {number(counts[filter])}
          </Box>{' '}
          <Box component="span" sx={LABEL}>
            {filterLabel(filter, isOff)}
          </Box>
        </ButtonBase>
      ))}
    </Box>
  )
})

/** The same before anything is counted. */
export function LoadingCounts() {
  const isOff = useContext(TurnedOffContext)
  return (
    <Box aria-hidden sx={GRID}>
      {FILTERS.map((filter) => (
        <Box key={filter} sx={CARD}>
          <Skeleton width={28} sx={NUMBER} />
          <Box component="span" sx={LABEL}>
            {filterLabel(filter, isOff)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

const GRID = { display: 'grid', gap: 1, gridTemplateColumns: { xs: 'repeat(3, 1fr)', md: 'repeat(6, 1fr)' } } as const
const NUMBER = { fontSize: '1.25rem', lineHeight: 1.2 } as const
const LABEL = { fontSize: '0.8125rem', lineHeight: 1.3, color: 'text.secondary' } as const
const CARD = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'start',
  fontFamily: 'inherit',
  gap: 0.25,
  px: { xs: 1, md: 1.75 },
  py: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  transition: 'border-color 100ms',
  '&:hover': { borderColor: 'text.secondary' },
} as const

const CHOSEN = {
  borderColor: 'primary.main',
  color: 'primary.main',
  boxShadow: 'inset 0 0 0 1px currentColor',
} as const
