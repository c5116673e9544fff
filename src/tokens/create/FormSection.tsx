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
    <FormPart labelledBy={id}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, minHeight: 32, mb: 1 }}>
        <Typography variant="h3" id={id} sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </FormPart>
  )
}

/** A part of the form's card, with a line above it. */
export function FormPart({ labelledBy, children }: { labelledBy?: string; children: ReactNode }) {
  return (
    <Box
      {...(labelledBy !== undefined && { role: 'group', 'aria-labelledby': labelledBy })}
      sx={{
        px: { xs: 2, sm: 3 },
        pt: { xs: 2, sm: 2.5 },
        pb: { xs: 2.5, sm: 3 },
        '& ~ &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      {children}
    </Box>
  )
}
