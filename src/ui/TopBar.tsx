import AppBar from '@mui/material/AppBar'
import Toolbar from '@mui/material/Toolbar'
import type { ReactNode } from 'react'

/** The app bar. index.html already contains it, so its styles are also in frame.css. */
export function TopBar({ children }: { children: ReactNode }) {
  return (
    <AppBar
      position="sticky"
      color="transparent"
      elevation={0}
      sx={{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider' }}
    >
      <Toolbar variant="dense" sx={{ minHeight: 56, maxWidth: 1248, width: '100%', mx: 'auto', px: { xs: 2, sm: 3 } }}>
        {children}
      </Toolbar>
    </AppBar>
  )
}
