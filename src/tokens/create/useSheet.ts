import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TokenForm } from './form.ts'

/** The sheet with the pane, over the form of a narrow screen. */
interface Sheet {
  isOpen: boolean
  open: () => void
  close: () => void
  /** The form for what is in the sheet: moving the focus to a field closes the sheet over it. */
  form: TokenForm
}

export function useSheet(form: TokenForm): Sheet {
  const [isOpen, setOpen] = useState(false)
  return useMemo(() => {
    const close = () => setOpen(false)
    const setFocus: TokenForm['setFocus'] = (...field) => {
      flushSync(close)
      form.setFocus(...field)
    }
    return { isOpen, open: () => setOpen(true), close, form: { ...form, setFocus } }
  }, [form, isOpen])
}
