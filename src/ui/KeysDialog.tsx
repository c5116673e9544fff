import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import { Fragment, useId } from 'react'
import { t } from './i18n.tsx'
import { turnKeys, useKeysAreOn } from './keys.ts'

/** The keyboard shortcuts of the list. The single-character ones can be turned off. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const id = useId()
  const areOn = useKeysAreOn()
  const keys: [string[], string][] = [
    [['/'], t('Search tokens')],
    [['n'], t('Create token')],
    [['?'], t('Show keyboard shortcuts')],
    [['↓'], t('Go from the search to the first row')],
    [['↑', '↓'], t('Move between rows')],
    [[t('Home'), t('End')], t('Go to the first or last row')],
    [['←', '→'], t('Move between months')],
    [[t('Enter')], t('Open token')],
    [[t('Space')], t('Select the row of the focused checkbox, or a range with Shift')],
    [['Esc'], t('Clear the search field')],
  ]
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{t('Keyboard shortcuts')}</DialogTitle>
      <DialogContent>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 1.25 }}
        >
          {keys.map(([names, action]) => (
            <Fragment key={action}>
              <Box component="dt" sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start' }}>
                {names.map((name) => (
                  <Box key={name} component="kbd" sx={KEY}>
                    {name}
                  </Box>
                ))}
              </Box>
              <Box component="dd" sx={{ m: 0, fontSize: '0.9375rem' }}>
                {action}
              </Box>
            </Fragment>
          ))}
        </Box>
        <FormControlLabel
          control={<Checkbox checked={areOn} onChange={(_event, on) => turnKeys(on)} />}
          label={t('Single-key shortcuts')}
          sx={{ mt: 2 }}
        />
      </DialogContent>
      <DialogActions>
        {/* A key opened the dialog, which WebKit does not count when it decides whether to mark the focus. */}
        <Button action={(button) => button?.focusVisible()} variant="outlined" onClick={onClose}>
          {t('Close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

const KEY = {
  fontFamily: 'inherit',
  fontSize: '0.8125rem',
  lineHeight: 1.5,
  minWidth: 26,
  textAlign: 'center',
  px: 0.75,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.default',
} as const
