import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'

/** What a dialog keeps from the top of the window. */
const MARGIN = 8

/**
 * A line of a dialog that is not known at once, or never comes; false until then. When it comes the dialog grows
 * upwards, so that what is below it stays where a finger may be about to press.
 */
export function LateLine({ children }: { children: ReactNode }) {
  const line = useRef<HTMLDivElement>(null)
  const isHere = children !== null && children !== false
  const [isLate] = useState(!isHere)
  useLayoutEffect(() => {
    const dialog = line.current?.closest<HTMLElement>('[role="dialog"]')
    if (!dialog || !line.current || !isLate || !isHere) return
    const { height, top } = dialog.getBoundingClientRect()
    line.current.hidden = true
    const grown = height - dialog.getBoundingClientRect().height
    line.current.hidden = false
    // It stands in the middle of the window: half of what it grows goes down.
    const up = Math.min(grown / 2, top - MARGIN)
    // On a phone it fills the window, and its buttons stand still by themselves.
    if (up <= 0) return
    dialog.style.translate = `0 ${-up}px`
    return () => {
      dialog.style.translate = ''
    }
  }, [isLate, isHere])
  return (
    // There from the start, so that what comes is read out; it takes no room before.
    <Box ref={line} role="status" sx={{ '&&:empty': { mt: 0 } }}>
      {children}
    </Box>
  )
}
