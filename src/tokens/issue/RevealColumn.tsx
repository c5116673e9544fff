import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** The steps and the buttons below them are equally wide, and not wider in a larger dialog. */
export const RevealColumn = ({ children }: { children: ReactNode }) => (
  <Box sx={{ maxWidth: 680, mx: 'auto' }}>{children}</Box>
)
