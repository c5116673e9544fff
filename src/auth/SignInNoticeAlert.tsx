import Link from '@mui/material/Link'
import type { SignInNotice } from '../api/credential.ts'
import { Alert } from '../ui/Alert.tsx'
import { ErrorText } from '../ui/ErrorText.tsx'
import { Trans, t } from '../ui/i18n.tsx'
import { Name } from '../ui/Name.tsx'
import { cutTo } from '../ui/names.ts'

interface Props {
  notice: SignInNotice
  /** Dismisses the notice above a page. Above the sign-in form it stays. */
  onClose?: () => void
}

/** What signing in or out has left to say. */
export function SignInNoticeAlert({ notice, onClose }: Props) {
  const severity = severityOf(notice)
  return (
    <Alert
      role={severity === 'info' ? 'note' : 'alert'}
      severity={severity}
      {...(onClose && { onClose, closeText: t('Dismiss') })}
    >
      <Said notice={notice} />
    </Alert>
  )
}

function severityOf({ kind }: SignInNotice): 'info' | 'warning' | 'error' {
  if (kind === 'known elsewhere') return 'info'
  return kind === 'rejected' || kind === 'failed' ? 'error' : 'warning'
}

function Said({ notice }: { notice: SignInNotice }) {
  switch (notice.kind) {
    case 'untold':
      return t(
        'You’re signed out in this browser, but Waldur didn’t confirm it. The session may stay valid until it expires.',
      )
    case 'known elsewhere':
      return notice.signOutAt === null ? (
        t(
          'You’re signed out here. You may still be signed in with your identity provider, but Waldur gave no URL to sign out there.',
        )
      ) : (
        <Trans
          text={t('You’re signed out here. You may still be signed in with your identity provider: [[link]].')}
          link={
            <Link href={notice.signOutAt.href} rel="noreferrer">
              <Trans text={t('sign out at [[host]] too', { host: notice.signOutAt.host })} />
            </Link>
          }
        />
      )
    case 'rejected':
      return (
        <>
          {t('You weren’t signed in.')}{' '}
          {notice.message.trim() !== '' && (
            // Anyone can craft such a URL, so mark the text as a quotation.
            <Trans
              text={t('The identity provider says: “[[words]]”')}
              words={<Name of={cutTo(200, notice.message)} />}
            />
          )}
        </>
      )
    case 'failed':
      return (
        <>
          {t('You weren’t signed in.')} <ErrorText error={notice.error} />
        </>
      )
    case 'not started here':
      return t('This sign-in didn’t start in this tab or took too long, so it wasn’t used. Sign in again.')
    case 'not kept':
      return t('This browser didn’t store your sign-in, so a reload ends it.')
    case 'unreadable in HomePort':
      return t(
        'This browser has a HomePort sign-in that can’t be read, so it wasn’t used. Sign in here, or sign in to HomePort again.',
      )
    case 'passkey asked':
      return <ErrorText error={notice.error} />
    case 'somebody here':
      return t('Another sign-in reached this page and wasn’t used. To change users, sign out first.')
    case 'secret gone':
      return t('The secret that was open here is gone, because another user signed in. It can’t be shown again.')
  }
}
