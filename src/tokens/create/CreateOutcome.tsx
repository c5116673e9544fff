import type { RequestError } from '../../api/errors.ts'
import { isTimeout } from '../../api/errors.ts'
import { t } from '../../ui/words.tsx'
import type { OpenDialog } from '../dialog.ts'
import { Unanswered } from '../issue/LostResponse.tsx'
import { outcomeOfCreate } from '../issue/reconcile.ts'
import { IssuedUnseen } from '../issue/UnseenTokens.tsx'
import type { Look } from '../issue/useSnapshot.ts'

interface Props {
  look: Look
  error: RequestError
  /** Of the journal. */
  entryId: string
  open: OpenDialog
}

/** Above the button, after a create whose answer got lost: was a token created, and what to do about it. */
export function CreateOutcome({ look, error, entryId, open }: Props) {
  const outcome = outcomeOfCreate(look)
  if (outcome.kind === 'lost') {
    return (
      <Unanswered
        look={look}
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
        <IssuedUnseen entryId={entryId} tokens={outcome.tokens} open={open} />
      </Unanswered>
    )
  }
  if (look.looking) {
    return (
      <Unanswered look={look} error={error} severity="info" again={false} title={t('Was it created?')}>
        {t('Looking at your tokens to find out…')}
      </Unanswered>
    )
  }
  if (outcome.kind === 'cannot tell') {
    return (
      <Unanswered look={look} error={error} severity="warning" again title={t('We cannot tell yet')}>
        {t('Your tokens cannot be read at the moment, so this may or may not have created one.')}
      </Unanswered>
    )
  }
  const isSlow = isTimeout(error)
  return (
    <Unanswered
      look={look}
      error={error}
      severity="info"
      again
      title={isSlow ? t('Nothing was created so far') : t('Nothing was created')}
    >
      {isSlow
        ? t('A server as slow as this may still create it: check again before you try again. What you entered is kept.')
        : t('No new token with this name is there. What you entered is kept.')}
    </Unanswered>
  )
}

/** Trying again is safe only once it is known that nothing came of the first try. */
export const mayTryAgain = (look: Look): boolean => !look.looking && outcomeOfCreate(look).kind === 'nothing'
