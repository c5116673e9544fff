import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { queryClient } from './queryClient.ts'
import { router } from './router.tsx'
import { SettingsCrash } from './SettingsCrash.tsx'
import { schemeStorage } from './schemeStorage.ts'
import { Translated } from './Translated.tsx'
import { theme } from './theme.ts'

/** @param problem what is wrong with the deployment's settings; null if nothing is */
export function App({ problem }: { problem: string | null }) {
  return (
    <StrictMode>
      <ThemeProvider theme={theme} defaultMode="system" storageManager={schemeStorage} noSsr>
        <CssBaseline />
        {problem === null ? (
          <QueryClientProvider client={queryClient}>
            <Translated>
              <RouterProvider router={router} />
            </Translated>
          </QueryClientProvider>
        ) : (
          <SettingsCrash problem={problem} />
        )}
      </ThemeProvider>
    </StrictMode>
  )
}
