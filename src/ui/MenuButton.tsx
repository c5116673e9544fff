import type { ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import { ActionMenu } from './ActionMenu.tsx'

interface Props {
  /** What is on the button. */
  face: ReactNode
  /** Its name, and the menu's, if the face does not say it. */
  name?: string
  className?: string
  /** A heading above the items. */
  heading?: string | undefined
  /** Called after the menu has closed. */
  onClosed?: () => void
  /** The items; most of them close the menu. */
  children: (close: () => void) => ReactNode
}

/**
 * A button that opens a menu of its own name. A menu with another heading is another one: its first item is focused.
 */
export function MenuButton({ face, name, className = 'menu-button', heading, onClosed, children }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  const close = () => {
    setShown(false)
    onClosed?.()
  }
  return (
    <>
      <button
        type="button"
        className={className}
        ref={button}
        id={id}
        aria-label={name}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => setShown(true)}
      >
        {face}
      </button>
      {shown && (
        <ActionMenu key={heading} button={button} labelledBy={id} note={heading ?? null} onClose={close}>
          {children(close)}
        </ActionMenu>
      )}
    </>
  )
}
