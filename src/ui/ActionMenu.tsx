import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { placeBeside } from './placeBeside.ts'

interface Props {
  button: RefObject<HTMLElement | null>
  labelledBy: string
  /** What holds for all of it, said once above its items. */
  note?: string | null
  onClose: () => void
  children: ReactNode
}

/**
 * A menu of actions as the browser has it, above the page, so that a list can open one before MUI has come. The focus
 * goes to its first action that can be taken, and back to the button.
 */
export function ActionMenu({ button, labelledBy, note = null, onClose, children }: Props) {
  const cover = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const opener = button.current
    cover.current?.showPopover()
    if (menu.current && opener) placeBeside(menu.current, opener, 'end')
    itemsOf(menu.current)[0]?.focus()
    return () => opener?.focus()
  }, [button])
  useEffect(() => {
    // Its button would go on without it.
    addEventListener('scroll', onClose)
    addEventListener('resize', onClose)
    return () => {
      removeEventListener('scroll', onClose)
      removeEventListener('resize', onClose)
    }
  })
  const onKeyDown = (event: KeyboardEvent) => {
    // The row around it would move on.
    event.stopPropagation()
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      onClose()
      return
    }
    const next = nextItem(event, itemsOf(menu.current))
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const noteId = `${labelledBy}-note`
  return (
    // A click beside it closes it and does nothing else.
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard by the menu
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it
    <div
      className="menu-cover"
      popover="manual"
      ref={cover}
      onClick={(event) => event.target === cover.current && onClose()}
    >
      <div
        className="menu"
        role="menu"
        tabIndex={-1}
        ref={menu}
        aria-labelledby={labelledBy}
        aria-describedby={note === null ? undefined : noteId}
        onKeyDown={onKeyDown}
      >
        {note !== null && (
          <p className="aside" role="none" id={noteId}>
            {note}
          </p>
        )}
        {children}
      </div>
    </div>
  )
}

interface ActionProps {
  label: string
  /** What it does, or why it cannot be done. */
  detail?: string | null
  disabled?: boolean
  isDangerous?: boolean
  onClick: () => void
}

/** What may not be done stays in the menu, with its reason. */
export const Action = ({ label, detail = null, disabled = false, isDangerous = false, onClick }: ActionProps) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    aria-disabled={disabled || undefined}
    data-dangerous={isDangerous || undefined}
    onClick={disabled ? undefined : onClick}
  >
    <span>{label}</span>
    {detail && <span className="aside">{detail}</span>}
  </button>
)

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]:not([aria-disabled])') ?? []),
]

/** Where a key leads to: round and round by arrows, to an end, or to the next one that begins with a letter. */
function nextItem({ key }: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | undefined {
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length > 1 || key === ' ') return undefined
  const behind = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return behind.find((item) => item.textContent.toLowerCase().startsWith(key.toLowerCase()))
}
