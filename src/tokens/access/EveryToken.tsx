import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { t } from '../../ui/words.tsx'

interface Props {
  /** Whether it is limited to places. */
  limited: boolean
  /** Shows the lines on asking only. */
  folded?: boolean
}

/** What a token can do by itself, whatever its permissions and places ([oracle], facts 12, 13, 20 and 20a). */
export function EveryToken({ limited, folded = false }: Props) {
  const id = useId()
  const [open, setOpen] = useState(false)
  if (!folded) {
    return (
      <Box role="group" aria-labelledby={id}>
        <Typography id={id} variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
          {t('Like every token, it can also')}
        </Typography>
        <Lines limited={limited} />
      </Box>
    )
  }
  return (
    <Box>
      <Button
        color="inherit"
        size="small"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        endIcon={<ExpandMore sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />}
        sx={{ ml: -0.75 }}
      >
        {t('What every token can do')}
      </Button>
      {open && (
        <Box id={id} sx={{ mt: 0.5 }}>
          <Lines limited={limited} />
        </Box>
      )}
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
