import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { Alert } from './Alert.tsx'
import { t } from './i18n.tsx'

/** Asks before input is discarded. */
export function DiscardQuestion({ onStay, onDiscard }: { onStay: () => void; onDiscard: () => void }) {
  return (
    <Alert role="group" severity="warning" aria-label={t('Discard what you entered?')}>
      {t('Discard what you entered?')}
      <Stack direction="row" spacing={1} sx={{ pt: 0.75 }}>
        <Button color="inherit" variant="outlined" size="small" autoFocus onClick={onStay}>
          {t('Keep editing')}
        </Button>
        <Button color="inherit" size="small" onClick={onDiscard}>
          {t('Discard')}
        </Button>
      </Stack>
    </Alert>
  )
}
