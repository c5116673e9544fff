import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { LineIcon } from './LineIcon.tsx'

interface Props {
  label: ReactNode
  /** Not rendered while collapsed, so it sends no requests either. */
  children: ReactNode
}

/** A button that expands the content below it. */
export function Disclosure({ label, children }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <Box>
      <Button
        color="inherit"
        size="small"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        startIcon={<LineIcon d="m6 4 4 4-4 4" />}
        sx={{
          marginInlineStart: -0.75,
          ...(open ? { '& svg': { transform: 'rotate(90deg)' } } : { '& svg:dir(rtl)': { transform: 'scaleX(-1)' } }),
        }}
      >
        {label}
      </Button>
      {open && (
        <Box id={id} sx={{ mt: 0.5 }}>
          {children}
        </Box>
      )}
    </Box>
  )
}
