import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useLayoutEffect } from 'react'
import { SignedIn } from '../auth/SignedIn.tsx'
import { adoptStyles } from '../ui/adoptStyles.ts'
import { lazy } from '../ui/lazy.tsx'
import { CrashBoundary } from './CrashBoundary.tsx'
import { queryClient } from './queryClient.ts'
import rtl from './rtl.css?inline'
import { SettingsCrash } from './SettingsCrash.tsx'
import { schemeStorage } from './schemeStorage.ts'
import { Translated } from './Translated.tsx'
import { theme } from './theme.ts'
import { UrlNotice } from './UrlNotice.tsx'

adoptStyles(rtl)

const Pages = lazy(async () => (await import('../page.tsx')).Pages, 'page')

interface Props {
  /** What is wrong with the deployment's settings; null if nothing is. */
  problem: string | null
  /** Called before the first paint. */
  onDrawn: () => void
}

export function App({ problem, onDrawn }: Props) {
  useLayoutEffect(onDrawn, [onDrawn])
  return (
    <StrictMode>
      <ThemeProvider theme={theme} defaultMode="system" storageManager={schemeStorage} noSsr>
        <CssBaseline />
        {problem === null ? (
          <CrashBoundary>
            <QueryClientProvider client={queryClient}>
              <Translated>
                <UrlNotice />
                <SignedIn>
                  <Pages />
                </SignedIn>
              </Translated>
            </QueryClientProvider>
          </CrashBoundary>
        ) : (
          <SettingsCrash problem={problem} />
        )}
      </ThemeProvider>
    </StrictMode>
  )
}
