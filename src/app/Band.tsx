import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'

/** A warning for the whole app, right below the app bar. */
export function Band({ children }: { children: ReactNode }) {
  return (
    <Alert
      severity="warning"
      role="status"
      sx={{ borderRadius: 0, justifyContent: 'center', py: 0, '& .MuiAlert-icon': { fontSize: 20 } }}
    >
      {children}
    </Alert>
  )
}
