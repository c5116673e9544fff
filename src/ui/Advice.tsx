import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'

interface Props {
  severity?: 'info' | 'warning'
  children: ReactNode
}

/** What is worth knowing of what was chosen; it takes no focus, interrupts nobody and keeps from nothing. */
export function Advice({ severity = 'info', children }: Props) {
  return (
    <Alert severity={severity} role="note" sx={{ py: 0.25 }}>
      {children}
    </Alert>
  )
}
