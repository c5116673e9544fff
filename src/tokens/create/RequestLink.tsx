import LinkIcon from '@mui/icons-material/Link'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import { useMaxDays } from '../limits/limits.ts'
import type { TokenForm } from './form.ts'
import { buildRequest } from './requestLink.ts'
import { requestOf } from './start.ts'

/** A link that fills this form for somebody else. It contains what is on the screen and no secret. */
export function RequestLink({ form }: { form: TokenForm }) {
  const router = useRouter()
  const maxDays = useMaxDays()
  const [outcome, setOutcome] = useState<{ link: string; copied: boolean } | null>(null)
  const copy = async () => {
    const { publicHref } = router.buildLocation({ to: '/tokens/new' })
    const link = `${location.origin}${publicHref}#${buildRequest(requestOf(form.getValues(), serverNow(), maxDays))}`
    setOutcome({ link, copied: await writeToClipboard(link) })
  }
  return (
    <Box>
      <Button size="small" color="inherit" startIcon={<LinkIcon />} onClick={() => void copy()} sx={{ ml: -0.75 }}>
        {t('Copy request link')}
      </Button>
      <Box role="status" sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {outcome === null
          ? null
          : outcome.copied
            ? t('Copied. Whoever opens it finds this form filled; nothing is created by opening it.')
            : t('The browser did not let us copy. The link: {{link}}', { link: outcome.link })}
      </Box>
    </Box>
  )
}
