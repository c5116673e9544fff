import { isTimeout } from '../../api/errors.ts'
import { t } from '../../ui/i18n.tsx'
import type { OpenDialog } from '../dialog.ts'
import { LostResponse } from '../issue/LostResponse.tsx'
import { outcomeOfCreate } from '../issue/reconcile.ts'
import { UnseenTokens } from '../issue/UnseenTokens.tsx'
import type { LostRequest } from '../issue/useIssue.ts'
import type { LiveSnapshot } from '../issue/useSnapshot.ts'

interface Props extends LostRequest {
  open: OpenDialog
}

/** Shown above the button after a lost response: was a token created, and what to do now. */
export function CreateOutcomeNotice({ snapshot, error, entryId, open }: Props) {
  const outcome = outcomeOfCreate(snapshot)
  if (outcome.kind === 'lost') {
    return (
      <LostResponse
        snapshot={snapshot}
        error={error}
        severity="warning"
        again={false}
        title={t('{{count}} tokens with this name were created', {
          count: outcome.tokens.length,
          defaultValue_one: 'A token with this name was created',
        })}
      >
        {t('Their secrets never reached this browser and cannot be shown again. Rotate one, and revoke the others.', {
          count: outcome.tokens.length,
          defaultValue_one: 'Its secret never reached this browser and cannot be shown again.',
        })}
        <UnseenTokens entryId={entryId} tokens={outcome.tokens} open={open} />
      </LostResponse>
    )
  }
  if (snapshot.isReading) {
    return (
      <LostResponse snapshot={snapshot} error={error} severity="info" again={false} title={t('Was it created?')}>
        {t('Looking at your tokens to find out…')}
      </LostResponse>
    )
  }
  if (outcome.kind === 'cannot tell') {
    return (
      <LostResponse snapshot={snapshot} error={error} severity="warning" again title={t('We cannot tell yet')}>
        {t('Your tokens cannot be read at the moment, so this may or may not have created one.')}
      </LostResponse>
    )
  }
  const isSlow = isTimeout(error)
  return (
    <LostResponse
      snapshot={snapshot}
      error={error}
      severity="info"
      again
      title={isSlow ? t('Nothing was created so far') : t('Nothing was created')}
    >
      {isSlow
        ? t('A server as slow as this may still create it: check again before you try again. What you entered is kept.')
        : t('No new token with this name is there. What you entered is kept.')}
    </LostResponse>
  )
}

/** Trying again is safe only once it is known that the first attempt created nothing. */
export const mayTryAgain = (snapshot: LiveSnapshot): boolean =>
  !snapshot.isReading && outcomeOfCreate(snapshot).kind === 'nothing'
