import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { instantMs } from '../../api/wire.ts'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import { listing, t, Words } from '../../ui/words.tsx'
import { tokenState } from '../rules/expiry.ts'
import type { CopyOf } from './copyOf.ts'
import { leftOut } from './copyOf.ts'

export function Title({ from }: { from: CopyOf | undefined }) {
  if (!from) return t('Create personal access token')
  const text = from.as === 'copy' ? t('Copy [[name]] as a new token') : t('Replace [[name]]')
  return <Words text={text} name={<bdi>{from.token.name}</bdi>} />
}

/** Where the form has its values from, what becomes of the other token, and what could not be taken over. */
export function Origin({ from: { token, as } }: { from: CopyOf }) {
  const now = useNow()
  const name = <bdi>{token.name}</bdi>
  const lost = leftOut(token)
  const end = instant(instantMs(token.expires_at))
  return (
    <Box>
      <Alert severity="info">
        {as === 'copy' ? (
          <Words text={t('Everything is as in [[name]], but the secret will be another.')} name={name} />
        ) : tokenState(token, now) === 'active' ? (
          <Words
            text={t('You get a second token with a secret of its own. [[name]] goes on working until [[end]].')}
            name={name}
            end={end}
          />
        ) : (
          <Words text={t('[[name]] has ended. You get a token like it, with a secret of its own.')} name={name} />
        )}
      </Alert>
      {lost.length > 0 && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('Not taken over: {{entities}}.', { entities: listing(lost) })}
        </Alert>
      )}
    </Box>
  )
}
