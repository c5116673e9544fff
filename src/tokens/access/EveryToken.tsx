import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../ui/i18n.tsx'

interface Props {
  /** Whether it is limited to places. */
  limited: boolean
  /** Shows the lines only on request. */
  folded?: boolean
}

/** What every token can do, whatever its permissions and places ([oracle], facts 12, 13, 20 and 20a). */
export function EveryToken({ limited, folded = false }: Props) {
  const id = useId()
  const lines = <Lines limited={limited} />
  if (folded) return <Disclosure label={t('What every token can do')}>{lines}</Disclosure>
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('Like every token, it can also')}
      </Typography>
      {lines}
    </Box>
  )
}

function Lines({ limited }: { limited: boolean }) {
  const lines = [
    limited
      ? t(
          'Read what you can see. Its places limit this for 9 types, such as projects and resources, but not for orders, invoices, users and roles.',
        )
      : t('Read what you can see.'),
    t('Change your profile and email, and add SSH keys and webhooks.'),
    t('Sign you out of Waldur.'),
    t('Do what you can do in parts of Waldur that check only your role, whatever its permissions and places.'),
  ]
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: '0.875rem', '& > li + li': { mt: 0.25 } }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  )
}
