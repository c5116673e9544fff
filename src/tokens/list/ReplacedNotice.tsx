import Button from '@mui/material/Button'
import { useMemo } from 'react'
import { Alert } from '../../ui/Alert.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { replacedTokens } from '../state/successor.ts'

/** Offers to revoke tokens that a newer one has replaced, one after the other. */
export function ReplacedNotice({ tokens, open }: { tokens: readonly Token[]; open: (dialog: Dialog) => void }) {
  const now = useNow()
  const [first] = useMemo(() => replacedTokens(tokens, now), [tokens, now])
  if (!first) return null
  const { token, usedAt } = first
  return (
    <Alert
      role="note"
      severity="info"
      action={
        <Button color="inherit" size="small" onClick={() => open({ kind: 'revoke', token })}>
          {t('Revoke old token')}
        </Button>
      }
    >
      <Trans
        text={t('A newer [[name]] was used [[when]]. The old one hasn’t been used since the newer one was created.')}
        name={<Name of={token.name} />}
        when={ago(usedAt, now)}
      />
    </Alert>
  )
}
