import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { LineIcon } from './LineIcon.tsx'
import { placeBeside } from './placeBeside.ts'
import { typedKey } from './typedKey.ts'
import { unlessOff } from './unlessOff.ts'

interface Props {
  button: RefObject<HTMLElement | null>
  labelledBy: string
  /** A note above the items that applies to all of them. */
  note: string | null
  onClose: () => void
  children: ReactNode
}

/**
 * A menu of actions in a popover, so that a row can open one before MUI has loaded. The first enabled action gets the
 * focus, and the button gets it back. The arrow keys also reach disabled actions, because those say why they are.
 */
export function ActionMenu({ button, labelledBy, note, onClose, children }: Props) {
  const cover = useRef<HTMLDivElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const opener = button.current
    cover.current?.showPopover()
    const items = itemsOf(menu.current)
    const first = items.find((item) => item.ariaDisabled === null) ?? items[0]
    first?.focus()
    // It stays beside its button: the page may still be scrolling when the click opens it.
    const place = () => menu.current && opener && placeBeside(menu.current, opener, 'end')
    place()
    addEventListener('scroll', place)
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place)
      removeEventListener('resize', place)
      opener?.focus()
    }
  }, [button])
  const onKeyDown = (event: KeyboardEvent) => {
    // Otherwise the row behind it would react too.
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
  return createPortal(
    // A click outside only closes the menu.
    // biome-ignore lint/a11y/noStaticElementInteractions: the menu handles keys
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
    </div>,
    // Not in the row: one that moves would close it.
    document.querySelector('main') ?? document.body,
  )
}

interface ActionProps {
  /** The lines of its icon. */
  icon: string
  label: string
  /** What it does, or why it is disabled. */
  detail: string | null
  disabled?: boolean
  isDangerous?: boolean
  onClick: () => void
}

/** A disabled action stays in the menu, with its reason. */
export const Action = ({ icon, label, detail, disabled = false, isDangerous = false, onClick }: ActionProps) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    data-dangerous={isDangerous || undefined}
    {...unlessOff(disabled, onClick)}
  >
    <LineIcon d={icon} />
    <span>{label}</span>
    {detail && <span className="aside">{detail}</span>}
  </button>
)

const itemsOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? []),
]

/** Arrows wrap around, Home and End go to the ends, a letter goes to the next item that starts with it. */
function nextItem(event: KeyboardEvent, items: readonly HTMLElement[]): HTMLElement | undefined {
  const { key, ctrlKey, metaKey, altKey } = event
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? items.indexOf(activeElement) : -1
  if (key === 'ArrowDown') return items[(at + 1) % items.length]
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length > 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined
  const behind = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  const startingWith = (letter: string) => behind.find((item) => item.textContent.toLowerCase().startsWith(letter))
  return startingWith(key.toLowerCase()) ?? startingWith(typedKey(event))
}
