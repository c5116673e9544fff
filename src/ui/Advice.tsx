import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'

interface Props {
  severity?: 'info' | 'warning'
  children: ReactNode
}

/** Advice about the user's choice. It takes no focus, interrupts no one and blocks nothing. */
export function Advice({ severity = 'info', children }: Props) {
  return (
    <Alert severity={severity} role="note" sx={{ py: 0.25 }}>
      {children}
    </Alert>
  )
}
