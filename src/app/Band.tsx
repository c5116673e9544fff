import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'

/** A warning for the whole app, right below the app bar. */
export function Band({ children }: { children: ReactNode }) {
  return (
    <Alert severity="warning" role="status" square>
      {children}
    </Alert>
  )
}
