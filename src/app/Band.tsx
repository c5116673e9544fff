import Alert from '@mui/material/Alert'
import type { ReactNode } from 'react'

/** What holds for every page, right below the app bar. */
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
