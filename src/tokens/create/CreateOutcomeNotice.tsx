import { isSlow } from '../../api/failures.ts'
import { t } from '../../ui/i18n.tsx'
import type { OpenDialog } from '../dialog.ts'
import { LostResponse } from '../issue/LostResponse.tsx'
import { mayFollow, outcomeOfCreate } from '../issue/reconcile.ts'
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
        {t('Their secrets never reached this browser and can’t be shown again. Rotate one and revoke the others.', {
          count: outcome.tokens.length,
          defaultValue_one: 'Its secret never reached this browser and can’t be shown again.',
        })}
        <UnseenTokens entryId={entryId} tokens={outcome.tokens} open={open} />
      </LostResponse>
    )
  }
  if (snapshot.isReading) {
    return (
      <LostResponse
        snapshot={snapshot}
        error={error}
        severity="info"
        again={false}
        title={t('Checking whether it was created')}
      >
        {t('Checking your tokens…')}
      </LostResponse>
    )
  }
  if (outcome.kind === 'cannot tell') {
    return (
      <LostResponse snapshot={snapshot} error={error} severity="warning" again title={t('Outcome not known yet')}>
        {t('Your tokens can’t be loaded right now, so one may or may not have been created.')}
      </LostResponse>
    )
  }
  const isOpen = mayFollow(snapshot, error)
  const isLikely = isOpen && isSlow(error)
  return (
    <LostResponse
      snapshot={snapshot}
      error={error}
      severity="info"
      again
      title={isLikely ? t('Nothing created so far') : t('Nothing was created')}
    >
      {isLikely
        ? t('Waldur may still create the token. Check again before you retry. What you entered is still here.')
        : t('There’s no new token with this name. What you entered is still here.')}
      {isOpen && !isLikely && ` ${t('If Waldur still creates the token, your list will tell you.')}`}
    </LostResponse>
  )
}

/** Whether a token was created, so that there is nothing left to ask for. */
export const isCreated = (snapshot: LiveSnapshot): boolean => outcomeOfCreate(snapshot).kind === 'lost'

/** Trying again is safe only once it is known that the first attempt created nothing. */
export const mayTryAgain = (snapshot: LiveSnapshot): boolean =>
  !snapshot.isReading && outcomeOfCreate(snapshot).kind === 'nothing'
