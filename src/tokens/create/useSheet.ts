import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TokenForm } from './form.ts'

/** The sheet with the pane, over the form of a narrow screen. */
interface Sheet {
  isOpen: boolean
  open: () => void
  close: () => void
  /** The form for what is in the sheet: moving the focus to a field closes the sheet over it. */
  inside: TokenForm
  /** The form for what is outside: moving the focus to what is only in the sheet opens it. */
  outside: TokenForm
}

export function useSheet(form: TokenForm): Sheet {
  const [isOpen, setOpen] = useState(false)
  return useMemo(() => {
    const [open, close] = [() => setOpen(true), () => setOpen(false)]
    const leave: TokenForm['setFocus'] = (...field) => {
      if (field[0] !== 'understood') flushSync(close)
      form.setFocus(...field)
    }
    const enter: TokenForm['setFocus'] = (...field) => {
      if (field[0] === 'understood') flushSync(open)
      form.setFocus(...field)
    }
    return { isOpen, open, close, inside: { ...form, setFocus: leave }, outside: { ...form, setFocus: enter } }
  }, [form, isOpen])
}
