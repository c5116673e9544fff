import WarningAmber from '@mui/icons-material/WarningAmber'
import AlertTitle from '@mui/material/AlertTitle'
import Stack from '@mui/material/Stack'
import { Alert } from '../../ui/Alert.tsx'
import { t } from '../../ui/i18n.tsx'
import { TextToSend } from '../../ui/TextToSend.tsx'

interface Props {
  /** The clipboard's content, which may have been the secret, was replaced. */
  onCopied: () => void
  /** The secret was on the clipboard and has been replaced. */
  isReplaced: boolean
}

/** The test got the owner's sign-in key with the new token: what that means, and a text for who can fix it. */
export function KeyExposed({ onCopied, isReplaced }: Props) {
  const text = t(
    'A personal access token gets its owner’s sign-in key from GET /api/users/me/?field=token on our Waldur server. That bypasses the token’s limits. The operator guide of Waldur Tokens has an nginx and Caddy rule that closes it.',
  )
  return (
    <Alert
      role="none"
      severity="warning"
      icon={false}
      sx={{ mt: 1.5, border: '1px solid var(--warn-mark)', borderRadius: '10px', fontSize: '0.8125rem' }}
    >
      <AlertTitle sx={{ display: 'flex', gap: 1 }}>
        <WarningAmber sx={{ fontSize: '1.125rem', color: 'warning.main', mt: '1px' }} />
        {t('This token can get your sign-in key')}
      </AlertTitle>
      <Stack spacing={1}>
        <div>
          {t(
            'Waldur gave it to the token in this test. The page discarded it unread. Anyone who can use the token can get it too, and then do anything you can do.',
          )}
        </div>
        <div>{t('Guard the secret like your password, and tell your Waldur administrator:')}</div>
        <TextToSend
          text={text}
          button={t('Copy text')}
          copied={isReplaced ? t('Copied, replacing the secret') : t('Copied')}
          onCopied={onCopied}
        />
      </Stack>
    </Alert>
  )
}
