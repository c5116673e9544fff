import Stack from '@mui/material/Stack'
import { instantMs } from '../../api/wire.ts'
import { Alert } from '../../ui/Alert.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText, visible } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { instant } from '../../ui/time.ts'
import type { FormStart } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import type { TokenForm } from './form.ts'
import { parseRequest } from './requestLink.ts'
import { leftOut } from './start.ts'
import { useResolved } from './useResolved.ts'

export function Title({ start }: { start: FormStart | undefined }) {
  if (!start || start.as === 'request') return t('Create token')
  const text = start.as === 'copy' ? t('Duplicate [[name]]') : t('Replace [[name]]')
  return <Trans text={text} name={<Name of={start.token.name} />} />
}

interface Props {
  form: TokenForm
  start: FormStart
}

/** Where the form's values come from, and what could not be carried over. */
export function Origin({ form, start }: Props) {
  const hidden = useResolved(form)
  const lost = start.as === 'request' ? [] : leftOut(start.token)
  const ignored = start.as === 'request' ? parseRequest(start.link).ignored : []
  return (
    <Stack spacing={1}>
      <Alert role="note" severity="info">
        {start.as === 'request' ? (
          t(
            'A link filled in this form to ask you for a token. Nothing is created until you select “Create token”. Whoever gets the secret can act as you.',
          )
        ) : start.as === 'copy' ? (
          <Trans
            text={t('Copied from [[name]]. The new token gets its own secret.', { name: nameText(start.token.name) })}
          />
        ) : (
          <ReplacementText token={start.token} />
        )}
      </Alert>
      {lost.length > 0 && (
        <Alert role="note" severity="warning">
          <Trans text={t('Not copied: [[places]].', { places: listing(lost) })} />
        </Alert>
      )}
      {ignored.length > 0 && (
        <Alert role="note" severity="warning">
          <Trans
            text={t('These parts of the link weren’t understood and were left out: [[parts]].', {
              count: ignored.length,
              defaultValue_one: 'This part of the link wasn’t understood and was left out: [[parts]].',
            })}
            parts={<bdi translate="no">{listing(ignored.map(cut).map(visible), 10)}</bdi>}
          />
        </Alert>
      )}
      {hidden.length > 0 && (
        <Alert role="note" severity="warning">
          <Trans
            text={t(
              'You can’t see these places, or they no longer exist: [[places]]. Waldur may reject a token limited to them.',
              {
                count: hidden.length,
                defaultValue_one:
                  'You can’t see this place, or it no longer exists: [[places]]. Waldur may reject a token limited to it.',
                places: listing(hidden, 10),
              },
            )}
          />
        </Alert>
      )}
    </Stack>
  )
}

/** A link may contain very long values. */
const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function ReplacementText({ token }: { token: Token }) {
  const now = useNow()
  const name = <Name of={token.name} />
  if (tokenState(token, now) !== 'active') {
    return (
      <Trans
        text={t('[[name]] is no longer active. You’ll create a token like it, with its own secret.')}
        name={name}
      />
    )
  }
  return (
    <Trans
      text={t('You’ll create a second token with its own secret. [[name]] keeps working until [[end]].')}
      name={name}
      end={instant(instantMs(token.expires_at))}
    />
  )
}
