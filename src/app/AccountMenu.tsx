import Check from '@mui/icons-material/Check'
import Avatar from '@mui/material/Avatar'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import IconButton from '@mui/material/IconButton'
import ListItemIcon from '@mui/material/ListItemIcon'
import ListItemText from '@mui/material/ListItemText'
import type { MenuItemProps } from '@mui/material/MenuItem'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import Popover from '@mui/material/Popover'
import { useColorScheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { currentSettings } from '../api/deployment.ts'
import { SignOutDialog } from '../auth/SignOutDialog.tsx'
import type { User } from '../auth/user.ts'
import { useUser } from '../auth/user.ts'
import type { Language } from '../ui/language.ts'
import { LANGUAGE_NAMES } from '../ui/language.ts'
import { Name } from '../ui/Name.tsx'
import { chooseLanguage, useSpoken } from '../ui/spoken.ts'
import { t } from '../ui/words.tsx'

/** In another language the page starts anew, and the focus would be lost. */
let choseHere = false

/** Who am I, the colour scheme, the language, and the way out. */
export function AccountMenu() {
  const user = useUser()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [signingOut, setSigningOut] = useState(false)
  const name = user.full_name.trim() || user.username
  const { helpLink } = currentSettings()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (choseHere) button.current?.focus()
    choseHere = false
  }, [])
  return (
    <>
      <IconButton
        ref={button}
        aria-label={t('Account menu')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <Avatar
          sx={{
            width: 30,
            height: 30,
            fontSize: 13,
            fontWeight: 600,
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
          }}
        >
          {initials(name)}
        </Avatar>
      </IconButton>
      {anchor && (
        <Popover
          open
          anchorEl={anchor}
          onClose={() => setAnchor(null)}
          anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
          transformOrigin={{ vertical: 'top', horizontal: 'right' }}
          slotProps={{ paper: { variant: 'outlined', sx: { width: 260, mt: 0.5 } } }}
        >
          <Box sx={{ px: 2, pt: 2, pb: 1.5 }}>
            <Typography sx={{ fontWeight: 600 }}>
              <Name of={name} />
            </Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              <Name of={user.username} /> · {roleText(user)}
            </Typography>
          </Box>
          <Divider />
          <MenuList autoFocusItem aria-label={t('Account')}>
            <SchemeItems />
            <Divider component="li" />
            <LanguageItems
              onChoose={(language) => {
                flushSync(() => setAnchor(null))
                choseHere = true
                chooseLanguage(language)
              }}
            />
            <Divider component="li" />
            {helpLink && (
              <MenuItem component="a" href={helpLink} target="_blank" rel="noreferrer" onClick={() => setAnchor(null)}>
                {t('Help')}
              </MenuItem>
            )}
            <MenuItem
              onClick={() => {
                // The menu gives the focus back first, or it would take it from the dialog.
                flushSync(() => setAnchor(null))
                setSigningOut(true)
              }}
            >
              {t('Sign out')}
            </MenuItem>
          </MenuList>
        </Popover>
      )}
      {signingOut && <SignOutDialog onClose={() => setSigningOut(false)} />}
    </>
  )
}

function SchemeItems() {
  const { mode, setMode } = useColorScheme()
  const schemes = [
    ['light', t('Light theme')],
    ['dark', t('Dark theme')],
    ['system', t('Theme of the system')],
  ] as const
  return schemes.map(([scheme, label]) => (
    <RadioItem key={scheme} checked={mode === scheme} onClick={() => setMode(scheme)}>
      {label}
    </RadioItem>
  ))
}

function LanguageItems({ onChoose }: { onChoose: (language: Language) => void }) {
  const spoken = useSpoken().language
  return LANGUAGE_NAMES.map(([language, name]) => (
    <RadioItem key={language} checked={spoken === language} onClick={() => onChoose(language)}>
      <span lang={language}>{name}</span>
    </RadioItem>
  ))
}

/** Passes on what the menu gives its items for the arrow keys. */
function RadioItem({ checked, children, ...item }: MenuItemProps & { checked: boolean }) {
  return (
    <MenuItem {...item} role="menuitemradio" aria-checked={checked}>
      <ListItemText>{children}</ListItemText>
      {checked && (
        <ListItemIcon sx={{ minWidth: 0 }}>
          <Check fontSize="small" />
        </ListItemIcon>
      )}
    </MenuItem>
  )
}

function roleText(user: User): string {
  if (user.is_staff) return t('Staff')
  return user.is_support ? t('Support') : t('User')
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .filter((_word, index, words) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
