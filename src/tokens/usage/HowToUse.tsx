import Download from '@mui/icons-material/Download'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { apiOrigin } from '../../api/deployment.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { download } from '../../ui/download.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import type { IssuedToken } from '../schema.ts'
import { environmentFile, fileNameFor } from './environmentFile.ts'
import { pathOf } from './exampleCall.ts'
import { Snippets } from './Snippets.tsx'
import { ACCESS_TOKEN, API_URL } from './snippets.ts'
import { TryToken } from './TryToken.tsx'
import { useExampleCall } from './useExampleCall.ts'

interface Props {
  issued: IssuedToken
  /** The token is about to be used for the first time. */
  onTry: () => void
  onDownloaded: () => void
  /** Something else was copied and replaced the secret on the clipboard. */
  onOtherCopied: () => void
  /** The secret on the clipboard was replaced. */
  isReplaced: boolean
}

/** What to do with a new secret: a file for it, an example call, and a button to test that call. */
export function HowToUse({ issued, onTry, onDownloaded, onOtherCopied, isReplaced }: Props) {
  const call = useExampleCall(issued)
  return (
    <Disclosure label={t('How to use it')}>
      <Stack spacing={2} sx={{ mt: 1 }}>
        <SaveAsFile issued={issued} onDownloaded={onDownloaded} />
        {call ? (
          <>
            <div>
              <Snippets origin={apiOrigin()} path={pathOf(call)} onCopied={onOtherCopied} isReplaced={isReplaced} />
              <Tools />
            </div>
            <TryToken issued={issued} call={call} onTry={onTry} onCopied={onOtherCopied} isReplaced={isReplaced} />
          </>
        ) : (
          <Skeleton variant="rounded" height={240} />
        )}
      </Stack>
    </Disclosure>
  )
}

function SaveAsFile({ issued, onDownloaded }: Pick<Props, 'issued' | 'onDownloaded'>) {
  const [saved, setSaved] = useState(false)
  const file = fileNameFor(issued.name)
  const save = () => {
    download(file, environmentFile(apiOrigin(), issued))
    setSaved(true)
    onDownloaded()
  }
  return (
    <Box>
      <Typography variant="body2" sx={{ mb: 1 }}>
        <Trans
          text={t('The examples read the secret from the [[variable]] environment variable.')}
          variable={mono(ACCESS_TOKEN)}
        />
      </Typography>
      <Button variant="outlined" size="small" startIcon={<Download />} onClick={save}>
        {t('Download .env')}
      </Button>
      <Box role="status" aria-label={t('Download')} sx={{ fontSize: '0.875rem' }}>
        {saved && (
          <Box sx={{ mt: 1 }}>
            <Trans
              text={t(
                'Check your downloads for [[file]]. It contains the secret and stays there until you delete it. Load it in a shell with [[command]].',
              )}
              file={mono(file)}
              command={mono(`set -a; . ./${file}`)}
            />
          </Box>
        )}
      </Box>
    </Box>
  )
}

/**
 * Which variable the examples need as well, and which tools cannot use the token, because their 401 looks like a wrong
 * secret.
 */
function Tools() {
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
      <Trans text={t('Set [[variable]] to {{origin}}.', { origin: apiOrigin() })} variable={mono(API_URL)} />{' '}
      {t('Terraform, the Ansible collections, the site agent and the MCP servers seen so far can’t use this token.')}{' '}
      {t('They send “Token” where Waldur wants “Bearer”, and Waldur answers 401 “Invalid token.”')}
    </Typography>
  )
}

const mono = (text: string) => (
  <Typography variant="mono" component="span" translate="no">
    {text}
  </Typography>
)
