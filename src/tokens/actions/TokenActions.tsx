import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { TokenMenu } from './TokenMenu.tsx'

/** The button that opens a row's menu. */
export function TokenActions({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  return (
    <>
      <button
        type="button"
        className="more"
        ref={button}
        id={id}
        aria-label={t('Actions for {{name}}', { name: nameText(token.name) })}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => setShown(true)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="6" r="2" />
          <circle cx="12" cy="12" r="2" />
          <circle cx="12" cy="18" r="2" />
        </svg>
      </button>
      {shown && (
        <TokenMenu
          token={token}
          button={button}
          labelledBy={id}
          onClose={() => setShown(false)}
          choose={(dialog) => {
            // Close the menu first, so that the focus is on its button when the dialog remembers where to return it.
            flushSync(() => setShown(false))
            open(dialog)
          }}
        />
      )}
    </>
  )
}
