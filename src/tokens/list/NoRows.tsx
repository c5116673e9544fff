import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface Props {
  icon: ReactNode
  title: string
  /** What can be done. */
  actions: ReactNode
  /** Below the bar with the search, which is the top of the same card. */
  isBelow?: boolean
  /** It is announced as soon as it appears. */
  isAlert?: boolean
  children: ReactNode
}

/** Replaces the rows: why there are none, and what to do about it. */
export function NoRows({ icon, title, actions, isBelow = false, isAlert = false, children }: Props) {
  return (
    <Paper
      variant="outlined"
      role={isAlert ? 'alert' : undefined}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '12px 16px',
        p: 3,
        ...(isBelow && { '@media (min-width: 900px)': { borderTop: 0, borderRadius: '0 0 12px 12px' } }),
      }}
    >
      <Box sx={{ display: 'flex', flex: '1 1 240px', gap: 2, alignItems: 'flex-start', minWidth: 0 }}>
        {icon}
        <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
          <Typography component={isAlert ? 'p' : 'h2'} sx={{ fontWeight: 600 }}>
            {title}
          </Typography>{' '}
          <Typography component="div" sx={{ color: 'text.secondary' }}>
            {children}
          </Typography>
        </Box>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>
    </Paper>
  )
}
