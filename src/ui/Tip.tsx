import type { FocusEvent, PointerEvent, ReactNode } from 'react'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { placeBeside } from './placeBeside.ts'

/** A pointer on its way over the page opens nothing, and may move from the words onto what is said of them. */
const OPEN_MS = 300
const CLOSE_MS = 100

/**
 * What is said of an element on hover and focus. Costs nothing before it is shown, so that hundreds of rows can have it:
 * `const tip = useTip(() => 'more')`, then `<time {...tip.bind}>…</time>{tip.shown}`.
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
  // A finger does not hover: it gives the focus.
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
  /** The pointer has come onto it. */
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
