import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'

const STEP_MS = 100
/** Two messages closer than this may interrupt each other. */
const APART_MS = 300
const STAY_MS = 6000

/** Behind an open dialog, and behind the cover of an ended session, which is a dialog itself. */
const UNHEARD = '[aria-hidden="true"], .covered > body > :not(dialog)'

let isTaken = false

/**
 * The moment for a message in a live region. Screen readers miss what is written while the region is hidden, in one
 * commit with other changes, or right after another message (Orca 48: within 100 ms). So it waits until the message has
 * stayed the same, and its region could be heard, for a while; of several messages the last one wins.
 * @param key identifies the message; the first one is never due, because it comes with the page
 * @returns true from that moment on, for six seconds
 */
export function useMoment(region: RefObject<HTMLElement | null>, key: string, restMs: number): boolean {
  const last = useRef(key)
  const [due, setDue] = useState<string | null>(null)
  useEffect(() => {
    if (key === last.current) return
    let restedMs = 0
    const timer = setInterval(() => {
      restedMs = region.current?.closest(UNHEARD) ? 0 : restedMs + STEP_MS
      if (restedMs < restMs || isTaken) return
      clearInterval(timer)
      isTaken = true
      setTimeout(() => {
        isTaken = false
      }, APART_MS)
      last.current = key
      setDue(key)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [region, key, restMs])
  useEffect(() => {
    if (due === null) return
    const timer = setTimeout(setDue, STAY_MS, null)
    return () => clearTimeout(timer)
  }, [due])
  return due === key
}
