import { isTimeout } from '../../api/errors.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { When } from '../../ui/When.tsx'
import type { OpenDialog } from '../dialog.ts'
import { LostResponse } from '../issue/LostResponse.tsx'
import { outcomeOfRotate } from '../issue/reconcile.ts'
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
        <LostResponse {...shown} severity="warning" again title={t('There are two tokens now')}>
          {t('A new token with this name is there, whose secret nobody has seen, and the old one still works.')}
          <UnseenTokens entryId={entryId} tokens={outcome.tokens} open={open} />
        </LostResponse>
      )
    case 'elsewhere':
      return (
        <LostResponse {...shown} severity="info" again={false} title={t('Rotated in another tab')}>
          <Trans
            text={t(
              'That tab has the new secret since [[when]], and the old one no longer works. Nothing more was rotated here.',
            )}
            when={<When at={outcome.token.created} as="instant" />}
          />
        </LostResponse>
      )
    case 'dead':
      return (
        <LostResponse {...shown} severity="warning" again title={t('This token is no longer active')}>
          {t('It was revoked, or rotated elsewhere. Look for a newer token of this name in your list.')}
        </LostResponse>
      )
    case 'cannot tell':
    case 'nothing':
      if (snapshot.isReading) {
        return (
          <LostResponse {...shown} severity="info" again={false} title={t('Was it rotated?')}>
            {t('Looking at your tokens to find out…')}
          </LostResponse>
        )
      }
      if (outcome.kind === 'cannot tell') {
        return (
          <LostResponse {...shown} severity="warning" again title={t('We cannot tell yet')}>
            {t('Your tokens cannot be read at the moment, so the old secret may or may not have ended.')}
          </LostResponse>
        )
      }
      return isTimeout(error) ? (
        <LostResponse {...shown} severity="info" again title={t('Not rotated so far')}>
          {t(
            'The old secret still works. A server as slow as this may still rotate it: check again before you try again.',
          )}
        </LostResponse>
      ) : (
        <LostResponse {...shown} severity="info" again title={t('Not rotated')}>
          {t('The old secret still works.')}
        </LostResponse>
      )
  }
}

/** Do not rotate again once a new token exists; recover that one. */
export const mayRotateAgain = (snapshot: LiveSnapshot): boolean =>
  !snapshot.isReading && outcomeOfRotate(snapshot).kind === 'nothing'
