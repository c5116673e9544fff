import type { ReactNode } from 'react'
import { Alert } from '../ui/Alert.tsx'

/** A warning for the whole app, right below the app bar. */
export function Band({ children }: { children: ReactNode }) {
  return (
    <Alert role="note" severity="warning" square>
      {children}
    </Alert>
  )
}
