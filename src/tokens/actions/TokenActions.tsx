import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { nameText } from '../../ui/names.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { TokenMenu } from './TokenMenu.tsx'

interface Props {
  token: Token
  open: (dialog: Dialog) => void
  /** On the token's page, as a labeled button. */
  labeled?: boolean
}

/** The button that opens a token's menu. */
export function TokenActions({ token, open, labeled = false }: Props) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [shown, setShown] = useState(false)
  return (
    <>
      <button
        type="button"
        className={labeled ? 'button more-actions' : 'more'}
        ref={button}
        id={id}
        aria-label={t('Actions for {{name}}', { name: nameText(token.name) })}
        aria-haspopup="menu"
        aria-expanded={shown}
        onClick={() => setShown(true)}
      >
        {labeled && (
          <span className="more-label">
            {t('Actions')} <LineIcon d="m4 6 4 4 4-4" />
          </span>
        )}
        <svg className="dots" viewBox="0 0 24 24" aria-hidden="true">
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
