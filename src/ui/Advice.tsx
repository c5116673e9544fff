import type { ReactNode } from 'react'
import { Alert } from './Alert.tsx'

/** Advice about the user's choice. It takes no focus, interrupts no one and blocks nothing. */
export const Advice = ({ children }: { children: ReactNode }) => (
  <Alert role="note" severity="warning" sx={{ py: 0.25 }}>
    {children}
  </Alert>
)
