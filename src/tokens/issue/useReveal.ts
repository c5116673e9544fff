import { useEffect, useEffectEvent, useReducer } from 'react'
import { flushSync } from 'react-dom'
import { noteOpenSecret } from '../../auth/openSecret.ts'
import { useSession } from '../../auth/session.ts'
import { t } from '../../ui/i18n.tsx'
import { useLeaveGuard } from '../../ui/useLeaveGuard.ts'
import { noteSaved } from './journal.ts'
import type { RevealState } from './revealState.ts'
import { isSaved, NOTHING_DONE, revealReducer } from './revealState.ts'

export type RevealControls = ReturnType<typeof useReveal>

/**
 * Keeps a secret on the page until the user has it or gives it up, and notes in the journal which. It is never given
 * the secret.
 */
export function useReveal(entryId: string, onDone: () => void) {
  const [state, dispatch] = useReducer(revealReducer, NOTHING_DONE)
  const saved = isSaved(state)
  const question = saved ? null : questionOf(state)

  useEffect(() => noteSaved(entryId, saved), [entryId, saved])
  useLeaveGuard(
    () => !saved,
    () => dispatch('leave'),
  )
  useKeys((key) => dispatch(key === 'Escape' ? 'escape' : 'other key'))
  useWipeOnPageHide(onDone)

  // Keep it hidden when the user signs in again, because someone may be watching.
  const { ended } = useSession()
  if (ended && state.isShown) dispatch('hide')

  const done = () => {
    noteSaved(entryId, true)
    onDone()
  }
  const close = useEffectEvent(done)
  useEffect(() => noteOpenSecret({ question }, () => close()), [question])

  return {
    state,
    dispatch,
    /** What to ask before the secret is lost; null once it is saved. */
    question,
    done,
  }
}

const questionOf = ({ copying }: RevealState): string =>
  copying === 'replaced'
    ? t('The secret is no longer on your clipboard. It can’t be shown again.')
    : t('You haven’t copied the secret. It can’t be shown again.')

/** Calls back for every key, wherever the focus is, even for Escape, which the dialog handles itself. */
function useKeys(onKey: (key: string) => void) {
  const note = useEffectEvent(({ key }: KeyboardEvent) => onKey(key))
  useEffect(() => {
    const listener = (event: KeyboardEvent) => note(event)
    addEventListener('keydown', listener, true)
    return () => removeEventListener('keydown', listener, true)
  }, [])
}

/** The browser's back/forward cache would keep the page with its secret. */
function useWipeOnPageHide(wipe: () => void) {
  useEffect(() => {
    const now = () => flushSync(wipe)
    addEventListener('pagehide', now)
    return () => removeEventListener('pagehide', now)
  }, [wipe])
}
