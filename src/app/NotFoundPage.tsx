import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { t } from '../ui/i18n.tsx'
import { PageButton } from '../ui/links.ts'
import { PageTitle } from '../ui/PageTitle.tsx'

export function NotFoundPage() {
  return (
    <Stack spacing={2} sx={{ alignItems: 'flex-start', py: 6 }}>
      <PageTitle title={t('Page not found')} />
      <Typography sx={{ color: 'text.secondary' }}>{t('The link may be outdated or mistyped.')}</Typography>
      <PageButton variant="contained" to="/tokens">
        {t('Go to your tokens')}
      </PageButton>
    </Stack>
  )
}
