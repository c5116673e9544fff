import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useId } from 'react'

interface Props {
  title: string
  /** A fact about the section, at the end of its title line. */
  aside?: ReactNode
  children: ReactNode
}

/** One section of the form. */
export function FormSection({ title, aside, children }: Props) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, mb: 1.5 }}>
        <Typography variant="h3" id={id} sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
