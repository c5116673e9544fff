import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

/**
 * Covers the whole page, which stays as it was, but cannot be seen, read out, selected, searched, printed or focused.
 * The browser makes everything behind a modal dialog inert; theme.ts also hides it, on paper too.
 */
export function Cover({ title, children }: { title: string; children: ReactNode }) {
  const cover = useRef<HTMLDialogElement>(null)
  // Before the first paint; and before the cover is removed, so that the focus returns to where it was.
  useLayoutEffect(() => {
    const dialog = cover.current
    const { classList } = document.documentElement
    // The browser restores the focus on its own, but not if the dialog had to be reopened.
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
      // Some browsers let a second Esc close any dialog. Then the page below would stay hidden, without a cover.
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
      <Box
        sx={{
          width: '100%',
          maxWidth: 400,
          m: 'auto',
          p: { xs: 2.5, sm: 4 },
          border: 1,
          borderColor: 'divider',
          borderRadius: '12px',
          bgcolor: 'background.paper',
        }}
      >
        <Typography variant="h1" component="h2">
          {title}
        </Typography>
        {children}
      </Box>
    </Box>,
    // Outside the page: an open dialog there hides everything around it from screen readers.
    document.body,
  )
}
