import { useRef, useState } from 'react'
import { useLeaveGuard } from './useLeaveGuard.ts'

export interface Discard {
  /** Whether to show `DiscardQuestion`. */
  asking: boolean
  /** For "Cancel", Escape and a click outside. */
  close: () => void
  stay: () => void
}

/**
 * Closing a form, or leaving its page, asks once if there is input; closing again means "stay".
 * @param isSending from the click on, and for good after a success, when there is nothing left to discard
 */
export function useDiscard(isDirty: boolean, isSending: () => boolean, onClose: () => void): Discard {
  const [asking, setAsking] = useState(false)
  const before = useRef<Element | null>(null)
  const stay = () => {
    setAsking(false)
    if (asking && before.current instanceof HTMLElement) before.current.focus()
  }
  const ask = () => {
    before.current = document.activeElement
    setAsking(true)
  }
  const close = () => {
    if (isSending()) return
    if (!isDirty) return onClose()
    if (asking) return stay()
    ask()
  }
  useLeaveGuard(
    () => isDirty && !isSending(),
    () => !asking && ask(),
  )
  return { asking, close, stay }
}
