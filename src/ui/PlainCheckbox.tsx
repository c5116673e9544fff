import type { InputHTMLAttributes } from 'react'
import { useEffect, useRef } from 'react'

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  checked: boolean
  /** Only some of the items it stands for are selected. */
  some?: boolean
}

const SQUARE = 'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2'
const EMPTY = `${SQUARE}m0 2v14h14V5z`
const CHECKED = `${SQUARE}m5 14 9-9-1.4-1.4-7.6 7.6-3.6-3.6L5 12z`
const SOME = `${SQUARE}m2 8v2h10v-2z`

/** Looks like MUI's checkbox, without the cost that adds up in a hundred rows. */
export function PlainCheckbox({ some = false, onChange, ...input }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = some
  }, [some])
  return (
    <span className="checkbox">
      <input
        ref={box}
        type="checkbox"
        {...input}
        onChange={(event) => {
          onChange?.(event)
          // A click clears `indeterminate` even if the change is rejected.
          event.target.indeterminate = some
        }}
      />
      <svg viewBox="0 0 24 24" aria-hidden="true" data-on={some || input.checked || undefined}>
        <path d={some ? SOME : input.checked ? CHECKED : EMPTY} />
      </svg>
    </span>
  )
}
