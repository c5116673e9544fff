import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'

interface Props {
  py: number
  /** Below the bar with the search, which is the top of the same card. */
  isBelow?: boolean
  children: ReactNode
}

/** Replaces the rows if there are none. */
export function EmptyState({ py, isBelow = false, children }: Props) {
  return (
    <Paper
      variant="outlined"
      sx={{
        py,
        px: 3,
        display: 'grid',
        justifyItems: 'center',
        textAlign: 'center',
        gap: 1.5,
        ...(isBelow ? { borderTop: 0, borderRadius: '0 0 12px 12px' } : { borderStyle: 'dashed' }),
      }}
    >
      {children}
    </Paper>
  )
}
