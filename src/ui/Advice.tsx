import type { ReactNode } from 'react'
import { Alert } from './Alert.tsx'

interface Props {
  severity?: 'info' | 'warning'
  children: ReactNode
}

/** Advice about the user's choice. It takes no focus, interrupts no one and blocks nothing. */
export function Advice({ severity = 'info', children }: Props) {
  return (
    <Alert role="note" severity={severity} sx={{ py: 0.25 }}>
      {children}
    </Alert>
  )
}
