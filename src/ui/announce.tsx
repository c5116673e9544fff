import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import { createAtom } from '@tanstack/store'
import { useEffect, useState } from 'react'
import { useAtom } from './useAtom.ts'

const message = createAtom({ text: '', at: 0 })

/** Announces a success, on screen for a while and to screen readers. Failures are shown in place instead. */
export const announce = (text: string): void => message.set(({ at }) => ({ text, at: at + 1 }))

const VISIBLE_MS = 6000

/** The page's polite live region, rendered from the start so that screen readers announce what appears in it. */
export function Announcer() {
  const { text, at } = useAtom(message)
  // Do not show messages from before this was mounted: they were for another user or in another language.
  const [faded, setFaded] = useState(at)
  useEffect(() => {
    const timer = setTimeout(() => setFaded(at), VISIBLE_MS)
    return () => clearTimeout(timer)
  }, [at])
  const visible = text !== '' && faded !== at
  return (
    <Box
      role="status"
      sx={{
        position: 'fixed',
        insetInline: 16,
        bottom: 24,
        display: 'grid',
        placeItems: 'center',
        pointerEvents: 'none',
        zIndex: 'snackbar',
      }}
    >
      {visible && (
        <Paper
          key={at}
          sx={{
            px: 2,
            py: 1.25,
            bgcolor: 'text.primary',
            color: 'background.paper',
            maxWidth: 480,
            fontSize: '0.875rem',
          }}
        >
          {text}
        </Paper>
      )}
    </Box>
  )
}
