import KeyOutlined from '@mui/icons-material/KeyOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { t } from '../../ui/i18n.tsx'
import { EmptyState } from './EmptyState.tsx'

/** @param create null if the caller may not; the page says above why */
export function EmptyList({ create }: { create: (() => void) | null }) {
  return (
    <EmptyState py={8}>
      <KeyOutlined sx={{ fontSize: 36, color: 'text.secondary' }} />
      <Typography variant="h2">{t('No tokens yet')}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 480 }}>
        {t('You choose what a token can do, where it works and when it expires. You can revoke it at any time.')}
      </Typography>
      {create && (
        <Button variant="outlined" onClick={create} sx={{ mt: 1 }}>
          {t('Create your first token')}
        </Button>
      )}
    </EmptyState>
  )
}
