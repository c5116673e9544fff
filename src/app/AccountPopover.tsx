import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import ListItemText from '@mui/material/ListItemText'
import type { MenuItemProps } from '@mui/material/MenuItem'
import MenuItem from '@mui/material/MenuItem'
import MenuList from '@mui/material/MenuList'
import Popover from '@mui/material/Popover'
import { useColorScheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { currentSettings } from '../api/deployment.ts'
import type { User } from '../auth/user.ts'
import { t } from '../ui/i18n.tsx'
import { offeredLanguages } from '../ui/language.ts'
import { useLocale } from '../ui/locale.ts'
import { Name } from '../ui/Name.tsx'
import { keepScheme } from './schemeStorage.ts'

interface Props {
  anchor: HTMLElement
  user: User
  onClose: () => void
  onAbout: () => void
  onLanguage: (language: string) => void
  onSignOut: () => void
}

export function AccountPopover({ anchor, user, onClose, onAbout, onLanguage, onSignOut }: Props) {
  const { helpLink } = currentSettings()
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { variant: 'outlined', sx: { width: 260, mt: 2 } } }}
    >
      <Box sx={{ px: 2, pt: 2, pb: 1.5 }}>
        <Typography sx={{ fontWeight: 600 }}>
          <Name of={user.full_name.trim() || user.username} />
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Name of={user.username} /> · {roleText(user)}
        </Typography>
      </Box>
      <Divider />
      <MenuList autoFocusItem aria-label={t('Account')} sx={{ '& .MuiMenuItem-root': { whiteSpace: 'normal' } }}>
        <SchemeItems />
        <Divider component="li" />
        <LanguageItems onChoose={onLanguage} />
        <Divider component="li" />
        {helpLink && (
          <MenuItem component="a" href={helpLink} target="_blank" rel="noreferrer" onClick={onClose}>
            {t('Help')}
          </MenuItem>
        )}
        <MenuItem onClick={onAbout}>{t('About this Waldur server')}</MenuItem>
        <MenuItem onClick={onSignOut}>{t('Sign out')}</MenuItem>
      </MenuList>
    </Popover>
  )
}

function SchemeItems() {
  const { mode, setMode } = useColorScheme()
  const schemes = [
    ['light', t('Light theme')],
    ['dark', t('Dark theme')],
    ['system', t('System theme')],
  ] as const
  return schemes.map(([scheme, label]) => (
    <RadioItem
      key={scheme}
      checked={mode === scheme}
      onClick={() => {
        keepScheme(scheme)
        setMode(scheme)
      }}
    >
      {label}
    </RadioItem>
  ))
}

function LanguageItems({ onChoose }: { onChoose: (language: string) => void }) {
  const spoken = useLocale().language
  return [...offeredLanguages()].map(([language, name]) => (
    <RadioItem key={language} checked={spoken === language} onClick={() => onChoose(language)}>
      <span lang={language}>{name}</span>
    </RadioItem>
  ))
}

/** A menu item that works as a radio button. */
function RadioItem({ checked, children, ...item }: MenuItemProps & { checked: boolean }) {
  return (
    <MenuItem {...item} role="menuitemradio" aria-checked={checked}>
      <ListItemText>{children}</ListItemText>
      {checked && <Check fontSize="small" sx={{ color: 'text.secondary' }} />}
    </MenuItem>
  )
}

function roleText(user: User): string {
  if (user.is_staff) return t('Staff')
  return user.is_support ? t('Support') : t('User')
}
