import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { RequestError, SentRequest } from '../api/errors.ts'
import { ApiError, NetworkError } from '../api/errors.ts'
import { serverOffset } from '../api/serverClock.ts'
import { writeToClipboard } from './clipboard.ts'
import { t } from './i18n.tsx'
import { nameText } from './names.ts'
import { Status } from './Status.tsx'

/** The request and its outcome, to copy for whoever debugs it. */
export function ErrorDetails({ error }: { error: RequestError }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState<boolean | null>(null)
  // A bug of ours isn't about a request.
  if (!error.asked) return null
  const text = detailsOf(error, error.asked)
  // On plain HTTP there is no clipboard, and it may be forbidden. The text can still be selected.
  const copy = async () => setCopied(await writeToClipboard(text))
  return (
    // The surrounding notice is announced at once. This is read only when the user gets there.
    <Box aria-live="off">
      <Button
        color="inherit"
        size="small"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        sx={{ minWidth: 0, px: 0.5, marginInlineStart: -0.5, mt: 0.25, fontWeight: 400 }}
      >
        {t('Details')}
      </Button>
      <Box id={id} hidden={!open} sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, mt: 0.5 }}>
        <Typography
          variant="mono"
          component="pre"
          translate="no"
          sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'all' }}
        >
          {text}
        </Typography>
        <Stack direction="row" spacing={1.5} sx={{ mt: 1, alignItems: 'center' }}>
          <Button color="inherit" variant="outlined" size="small" onClick={() => void copy()}>
            {t('Copy details')}
          </Button>
          <Box component={Status} sx={{ fontSize: '0.8125rem' }}>
            {copied === true && t('Copied')}
            {copied === false && t('Couldn’t copy. Select the text instead.')}
          </Box>
        </Stack>
      </Box>
    </Box>
  )
}

/**
 * Never bodies, headers or the query, because a report must reveal no more than what failed. The time is Waldur's, to
 * compare with its logs.
 */
function detailsOf(error: RequestError, { method, path, requestId }: SentRequest): string {
  const lines = [`${method} ${path}`, outcomeOf(error), new Date(error.at + serverOffset()).toISOString()]
  if (requestId !== null) lines.push(`X-Request-ID: ${nameText(requestId)}`)
  return lines.join('\n')
}

/** Not translated, because it is for Waldur's operators. */
function outcomeOf(error: RequestError): string {
  if (error instanceof ApiError) return `HTTP ${error.status}`
  return error instanceof NetworkError ? `no response (${error.kind})` : `unreadable response (${error.where})`
}
