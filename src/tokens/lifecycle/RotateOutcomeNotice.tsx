import { isSlow } from '../../api/failures.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { When } from '../../ui/When.tsx'
import type { OpenDialog } from '../dialog.ts'
import { LostResponse } from '../issue/LostResponse.tsx'
import { mayFollow, outcomeOfRotate } from '../issue/reconcile.ts'
import { UnseenTokens } from '../issue/UnseenTokens.tsx'
import type { LostRequest } from '../issue/useIssue.ts'
import type { LiveSnapshot } from '../issue/useSnapshot.ts'

interface Props extends LostRequest {
  open: OpenDialog
}

/** Shown after a rotation whose response was lost: which secrets work now, and how to get a working one. */
export function RotateOutcomeNotice({ snapshot, error, entryId, open }: Props) {
  const outcome = outcomeOfRotate(snapshot)
  const shown = { snapshot, error }
  switch (outcome.kind) {
    case 'lost':
      return (
        <LostResponse {...shown} severity="warning" again={false} title={t('Rotated, but the new secret was lost')}>
          {t('The new secret never reached this browser, and the old one no longer works.')}
          <UnseenTokens entryId={entryId} tokens={outcome.tokens} open={open} />
        </LostResponse>
      )
    case 'both':
      return (
        <LostResponse {...shown} severity="warning" again title={t('You now have two tokens')}>
          {t('There’s a new token with this name, but no one has seen its secret. The old one still works.')}
          <UnseenTokens entryId={entryId} tokens={outcome.tokens} open={open} />
        </LostResponse>
      )
    case 'elsewhere':
      return (
        <LostResponse {...shown} severity="info" again={false} title={t('Rotated in another tab')}>
          <Trans
            text={t(
              'That tab got the new secret on [[when]], and the old one no longer works. Nothing more was rotated here.',
            )}
            when={<When at={outcome.token.created} as="instant" />}
          />
        </LostResponse>
      )
    case 'dead':
      return (
        <LostResponse {...shown} severity="warning" again title={t('This token is no longer active')}>
          {t('It was revoked or rotated elsewhere. Look for a newer token with this name in your list.')}
        </LostResponse>
      )
    case 'cannot tell':
    case 'nothing':
      if (snapshot.isReading) {
        return (
          <LostResponse {...shown} severity="info" again={false} title={t('Checking whether it was rotated')}>
            {t('Checking your tokens…')}
          </LostResponse>
        )
      }
      if (outcome.kind === 'cannot tell') {
        return (
          <LostResponse {...shown} severity="warning" again title={t('Outcome not known yet')}>
            {t('Your tokens can’t be loaded right now, so the old secret may or may not still work.')}
          </LostResponse>
        )
      }
      return mayFollow(snapshot, error) && isSlow(error) ? (
        <LostResponse {...shown} severity="info" again title={t('Not rotated so far')}>
          {t('The old secret still works, but Waldur may still rotate the token. Check again before you retry.')}
        </LostResponse>
      ) : (
        <LostResponse {...shown} severity="info" again title={t('Not rotated')}>
          {t('The old secret still works.')}
          {mayFollow(snapshot, error) && ` ${t('If Waldur still rotates the token, your list will tell you.')}`}
        </LostResponse>
      )
  }
}

/** Whether the old token is no longer the one to ask about. */
export const isRotateOver = (snapshot: LiveSnapshot): boolean =>
  !['cannot tell', 'nothing'].includes(outcomeOfRotate(snapshot).kind)

/** Do not rotate again once a new token exists; recover that one. */
export const mayRotateAgain = (snapshot: LiveSnapshot): boolean =>
  !snapshot.isReading && outcomeOfRotate(snapshot).kind === 'nothing'
