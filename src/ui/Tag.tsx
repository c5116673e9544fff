import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type Color = 'success' | 'warning' | 'error' | undefined

export interface TagWords {
  text: string
  color: Color
}

/** A background for something in that color. */
export const tintOf = (color: 'success' | 'info' | 'warning' | 'error'): string =>
  `rgb(var(--mui-palette-${color}-mainChannel) / 0.12)`

/** A word or two that sum up what is beside it. */
export function Tag({ color, children }: { color?: Color; children: ReactNode }) {
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        borderRadius: 1,
        fontSize: '0.8125rem',
        fontWeight: 550,
        whiteSpace: 'nowrap',
        color: color ? `${color}.main` : 'text.secondary',
        bgcolor: color ? tintOf(color) : 'action.hover',
      }}
    >
      {children}
    </Box>
  )
}
