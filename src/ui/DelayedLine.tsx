import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Status } from './Status.tsx'

/** The space between a dialog and the top of the window. */
const MARGIN = 8

/**
 * A line of a dialog that loads late or never; false until then. When it appears, the dialog grows upwards, so that the
 * buttons below do not move under the user's finger.
 */
export function DelayedLine({ children }: { children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null)
  const isHere = children !== null && children !== false
  const [isLate] = useState(!isHere)
  useLayoutEffect(() => {
    const dialog = line.current?.closest<HTMLElement>('[role="dialog"]')
    if (!dialog || !line.current || !isLate || !isHere) return
    const { bottom, top } = dialog.getBoundingClientRect()
    line.current.hidden = true
    // A centered dialog grows downwards, too. On a phone it ends with the window, and its buttons stay anyway.
    const down = bottom - dialog.getBoundingClientRect().bottom
    line.current.hidden = false
    const up = Math.min(down, top - MARGIN)
    if (up <= 0) return
    dialog.style.translate = `0 ${-up}px`
    return () => {
      dialog.style.translate = ''
    }
  }, [isLate, isHere])
  return (
    // It takes no space while empty. What appears with the dialog needs no announcement.
    <Box ref={line} component={isLate ? Status : 'div'} sx={{ '&&:not(:has(:not(:empty)))': { mt: 0 } }}>
      {children}
    </Box>
  )
}
