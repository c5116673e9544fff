import KeyOutlined from '@mui/icons-material/KeyOutlined'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { t } from '../../ui/words.tsx'

/** @param create null where the caller may not; the page then says why above. */
export function EmptyList({ create }: { create: (() => void) | null }) {
  return (
    <Paper
      variant="outlined"
      sx={{
        py: 8,
        px: 3,
        display: 'grid',
        justifyItems: 'center',
        textAlign: 'center',
        gap: 1.5,
        borderStyle: 'dashed',
      }}
    >
      <KeyOutlined sx={{ fontSize: 36, color: 'text.secondary' }} />
      <Typography variant="h2">{t('No tokens yet')}</Typography>
      <Typography sx={{ color: 'text.secondary', maxWidth: 480 }}>
        {t(
          'A token lets a script or a service use Waldur as you: only with the permissions you choose, only until a date, and revoked in one click.',
        )}
      </Typography>
      {create && (
        <Button variant="outlined" onClick={create} sx={{ mt: 1 }}>
          {t('Create your first token')}
        </Button>
      )}
    </Paper>
  )
}
