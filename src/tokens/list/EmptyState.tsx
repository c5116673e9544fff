import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'

interface Props {
  py: number
  children: ReactNode
}

/** Replaces the rows if there are none. */
export function EmptyState({ py, children }: Props) {
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
        borderStyle: 'dashed',
      }}
    >
      {children}
    </Paper>
  )
}
