import type { FocusEvent, PointerEvent, ReactNode } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { placeBeside } from './placeBeside.ts'

/** A passing pointer opens nothing, and the pointer has time to move from the element onto its tooltip. */
const OPEN_MS = 300
const CLOSE_MS = 100

/**
 * A tooltip on hover and focus. It costs nothing until it is shown, so hundreds of rows can have one: `const tip =
 * useTip(() => 'more')`, then `<time {...tip.bind}>…</time>{tip.shown}`.
 */
export function useTip(says: () => ReactNode) {
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (next: HTMLElement | null, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(setAnchor, ms, next)
  }
  // Touch does not hover; it opens the tooltip by focus.
  const hover = ({ pointerType }: PointerEvent, next: HTMLElement | null, ms: number) => {
    if (pointerType !== 'touch') later(next, ms)
  }
  const close = () => later(null, 0)
  return {
    bind: {
      'aria-describedby': anchor ? id : undefined,
      onPointerEnter: (event: PointerEvent<HTMLElement>) => hover(event, event.currentTarget, OPEN_MS),
      onPointerLeave: (event: PointerEvent) => hover(event, null, CLOSE_MS),
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => later(currentTarget, 0),
      onBlur: close,
    },
    shown: anchor && (
      <Tip id={id} anchor={anchor} close={close} stay={() => clearTimeout(timer.current)}>
        {says()}
      </Tip>
    ),
  }
}

interface Props {
  id: string
  anchor: HTMLElement
  close: () => void
  /** The pointer is on the tooltip. */
  stay: () => void
  children: ReactNode
}

function Tip({ id, anchor, close, stay, children }: Props) {
  const tip = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    tip.current?.showPopover()
    if (tip.current) placeBeside(tip.current, anchor, 'center')
  }, [anchor])
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
    }
    addEventListener('keydown', onKey)
    addEventListener('scroll', close)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('scroll', close)
    }
  })
  return (
    <span
      className="tip"
      role="tooltip"
      popover="manual"
      ref={tip}
      id={id}
      onPointerEnter={stay}
      onPointerLeave={close}
    >
      {children}
    </span>
  )
}
