import LinkIcon from '@mui/icons-material/Link'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { writeToClipboard } from '../../ui/clipboard.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Status } from '../../ui/Status.tsx'
import { useBlank } from '../../ui/useBlank.ts'
import { useMaxDays } from '../limits/limits.ts'
import type { TokenForm } from './form.ts'
import { buildRequest } from './requestLink.ts'
import { requestOf } from './start.ts'

/** A link that fills this form for someone else. It contains what is on the screen and no secret. */
export function RequestLink({ form }: { form: TokenForm }) {
  const router = useRouter()
  const maxDays = useMaxDays()
  const [outcome, setOutcome] = useState<{ link: string; copied: boolean } | null>(null)
  const [isBlank, blank] = useBlank()
  const copy = async () => {
    blank()
    const { publicHref } = router.buildLocation({ to: '/tokens/new' })
    const link = `${location.origin}${publicHref}#${buildRequest(requestOf(form.getValues(), serverNow(), maxDays))}`
    setOutcome({ link, copied: await writeToClipboard(link) })
  }
  return (
    <Box
      sx={{ position: 'relative', flexShrink: 0 }}
      onBlur={(event) => {
        // Selecting the link leaves the button, but not this.
        if (!event.currentTarget.contains(event.relatedTarget)) setOutcome(null)
      }}
    >
      <Button
        size="small"
        color="inherit"
        aria-label={t('Copy request link')}
        startIcon={<LinkIcon />}
        onClick={() => void copy()}
        sx={{ marginInlineEnd: -0.75 }}
      >
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
          {t('Copy request link')}
        </Box>
        <Box component="span" sx={{ display: { sm: 'none' } }}>
          {t('Link')}
        </Box>
      </Button>
      <Box component={Status} tabIndex={outcome ? -1 : undefined} sx={outcome ? OUTCOME : {}}>
        {outcome && !isBlank && (
          <Trans
            text={
              outcome.copied
                ? t('Copied. The link opens this form filled in. Opening it creates nothing.')
                : t('Couldn’t copy. Here’s the link: [[link]]', { link: outcome.link })
            }
          />
        )}
      </Box>
    </Box>
  )
}

/** Over the content, so that nothing moves. */
const OUTCOME = {
  position: 'absolute',
  top: 'calc(100% + 8px)',
  insetInlineEnd: 0,
  width: 'min(360px, calc(100vw - 32px))',
  p: 1.5,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
  boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
  fontSize: '0.8125rem',
  overflowWrap: 'anywhere',
  // A click takes the whole link.
  '& bdi': { userSelect: 'all' },
} as const
