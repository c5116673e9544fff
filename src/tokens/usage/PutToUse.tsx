import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import { useState } from 'react'
import { apiOrigin } from '../../api/deployment.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Mono } from '../../ui/Mono.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import type { IssuedToken } from '../schema.ts'
import type { ExampleCall } from './exampleCall.ts'
import { pathOf } from './exampleCall.ts'
import { SavedFile } from './SaveAsFile.tsx'
import { Snippets } from './Snippets.tsx'
import { ACCESS_TOKEN, API_URL } from './snippets.ts'

interface Props {
  issued: IssuedToken
  /** Null until known. */
  call: ExampleCall | null
  isDownloaded: boolean
  isStored: boolean
  onStored: (isStored: boolean) => void
  /** Something else was copied and replaced the secret on the clipboard. */
  onCopied: () => void
  /** The secret on the clipboard was replaced. */
  isReplaced: boolean
}

/**
 * Where a new secret goes: an example for each tool, which tools cannot use it, and a checkbox for when it is there.
 */
export function PutToUse({ issued, call, isDownloaded, isStored, onStored, onCopied, isReplaced }: Props) {
  return (
    <>
      <SavedFile name={issued.name} isSaved={isDownloaded} />
      {call ? (
        <Snippets origin={apiOrigin()} path={pathOf(call)} onCopied={onCopied} isReplaced={isReplaced} />
      ) : (
        <Skeleton height={152} />
      )}
      <Box sx={{ mt: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
        <Trans
          text={t('The examples read the secret from the [[variable]] environment variable.')}
          variable={<Mono of={ACCESS_TOKEN} />}
        />{' '}
        <Trans text={t('Set [[variable]] to [[origin]].', { origin: apiOrigin() })} variable={<Mono of={API_URL} />} />{' '}
        <WrongTools />
      </Box>
      <FormControlLabel
        control={<Checkbox checked={isStored} onChange={(_event, checked) => onStored(checked)} />}
        label={t('I’ve stored the secret')}
        sx={{ mt: 0.5 }}
      />
    </>
  )
}

/** Which tools cannot use the token and, on request, why: their 401 looks like a wrong secret. */
function WrongTools() {
  const [isAsked, setAsked] = useState(false)
  return (
    <>
      {t('Terraform, the Ansible collections, the site agent and the MCP servers seen so far can’t use this token.')}{' '}
      <Link
        component="button"
        type="button"
        aria-expanded={isAsked}
        onClick={() => setAsked(!isAsked)}
        sx={{ font: 'inherit', fontWeight: 550, verticalAlign: 'baseline' }}
      >
        {t('Why?')}
      </Link>{' '}
      {isAsked && t('They send “Token” where Waldur wants “Bearer”, and Waldur responds with 401 “Invalid token.”')}
    </>
  )
}
