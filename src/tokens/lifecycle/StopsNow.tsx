import Alert from '@mui/material/Alert'
import Checkbox from '@mui/material/Checkbox'
import DialogContentText from '@mui/material/DialogContentText'
import FormControlLabel from '@mui/material/FormControlLabel'
import { instantMs } from '../../api/wire.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import type { Token } from '../schema.ts'

interface Props {
  token: Token
  /** Show a checkbox, because stopping the token would be noticed at once. */
  mustConfirm: boolean
  isConfirmed: boolean
  onConfirm: (isConfirmed: boolean) => void
}

/** How the token is used and, if that is recent, a checkbox to confirm what will stop. */
export function StopsNow({ token, mustConfirm, isConfirmed, onConfirm }: Props) {
  const now = useNow()
  return (
    <>
      {token.last_used_at === null ? (
        <DialogContentText>{t('This token has never been used.')}</DialogContentText>
      ) : (
        <Alert severity={mustConfirm ? 'warning' : 'info'}>{usedText(token, now)}</Alert>
      )}
      {mustConfirm && (
        <FormControlLabel
          control={<Checkbox checked={isConfirmed} onChange={(_event, checked) => onConfirm(checked)} />}
          label={
            <Trans
              text={t('I understand that anything using [[name]] will stop working')}
              name={<Name of={token.name} />}
            />
          }
        />
      )}
    </>
  )
}

function usedText({ last_used_at, last_used_ip }: Token, now: number): string {
  if (!last_used_at) return t('Waldur doesn’t say when it was last used.')
  const when = ago(instantMs(last_used_at), now)
  return last_used_ip === null
    ? t('Last used {{when}}.', { when })
    : t('Last used {{when}} from {{address}}.', { when, address: nameText(last_used_ip) })
}
