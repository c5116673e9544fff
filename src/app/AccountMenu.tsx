import IconButton from '@mui/material/IconButton'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useUser } from '../auth/user.ts'
import { t } from '../ui/i18n.tsx'
import { lazy } from '../ui/lazy.tsx'
import { chooseLanguage } from '../ui/locale.ts'

const AccountPopover = lazy(async () => (await import('./AccountPopover.tsx')).AccountPopover)
const AboutDialog = lazy(async () => (await import('./AboutDialog.tsx')).AboutDialog)
const SignOutDialog = lazy(async () => (await import('../auth/SignOutDialog.tsx')).SignOutDialog)

/** Changing the language remounts the page, which would lose the focus. */
let choseHere = false

/** Who is signed in, the color scheme, the language, and signing out. */
export function AccountMenu() {
  const user = useUser()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<'about' | 'sign out' | null>(null)
  const open = (wanted: typeof dialog) => {
    // Close the menu first, or restoring the focus would take it from the dialog.
    flushSync(() => setAnchor(null))
    setDialog(wanted)
  }
  const name = user.full_name.trim() || user.username
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (choseHere) button.current?.focus()
    choseHere = false
  }, [])
  return (
    <>
      <IconButton
        ref={button}
        // Its circle is in line with what is below.
        sx={{ marginInlineEnd: -1 }}
        // With what is on the button, for those who say it.
        aria-label={`${initials(name)}, ${t('Account menu')}`}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget.querySelector<HTMLElement>('.initials'))}
      >
        <span className="initials">{initials(name)}</span>
      </IconButton>
      {anchor && (
        <AccountPopover
          anchor={anchor}
          user={user}
          onClose={() => setAnchor(null)}
          onLanguage={(language) => {
            flushSync(() => setAnchor(null))
            choseHere = true
            chooseLanguage(language)
          }}
          onAbout={() => open('about')}
          onSignOut={() => open('sign out')}
        />
      )}
      {dialog === 'about' && <AboutDialog onClose={() => setDialog(null)} />}
      {dialog === 'sign out' && <SignOutDialog onClose={() => setDialog(null)} />}
    </>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((_word, index, words) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
