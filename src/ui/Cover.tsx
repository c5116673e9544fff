import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * Lies over everything, which stays as it was: nothing of it can be seen, read out, selected, found, printed or reached.
 * The browser makes inert what is behind a dialog of its own; that it is not drawn either, on paper too, is in theme.ts.
 */
export function Cover({ title, children }: { title: string; children: ReactNode }) {
  const cover = useRef<HTMLDialogElement>(null)
  // Before anything is drawn; and when it goes, before it has gone, so that the focus comes back where it was.
  useLayoutEffect(() => {
    const dialog = cover.current
    const { classList } = document.documentElement
    // The browser gives it back by itself, but not once it had to be opened again.
    const focused = document.activeElement
    classList.add('covered')
    dialog?.showModal()
    return () => {
      classList.remove('covered')
      dialog?.close()
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
    }
  }, [])
  return createPortal(
    <Box
      component="dialog"
      ref={cover}
      aria-label={title}
      closedby="none"
      onCancel={(event) => event.preventDefault()}
      // Some browsers let the second Esc in a row close any dialog, and what is below would stay hidden.
      onClose={() => cover.current?.open === false && cover.current.showModal()}
      sx={{
        border: 0,
        p: 2,
        width: '100vw',
        maxWidth: 'none',
        height: '100dvh',
        maxHeight: 'none',
        bgcolor: 'background.default',
        color: 'text.primary',
        '&[open]': { display: 'grid' },
      }}
    >
      <Box sx={{ width: '100%', maxWidth: 400, m: 'auto' }}>
        <Typography variant="h1" component="h2">
          {title}
        </Typography>
        {children}
      </Box>
    </Box>,
    // Beside what it covers: a dialog that is open there has the page hidden from screen readers.
    document.body,
  )
}
