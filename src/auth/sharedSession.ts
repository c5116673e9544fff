import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { currentSession, endSession, isAccessToken, isShared, leaveNotice, startSession } from '../api/credential.ts'
import { asksForPasskey, isRequestError } from '../api/errors.ts'
import type { SharedSession } from '../api/homeport.ts'
import { isSharedUnreadable, onSharedChange, readShared } from '../api/homeport.ts'
import { enter, headerFor } from './enter.ts'
import { openSecret, useOpenSecret } from './openSecret.ts'

/** HomePort already stores its sign-in. */
const KEEP = 'memory'

/** Starts with HomePort's sign-in in this browser, if the deployment shares it and there is one. */
export async function joinHomeport(client: QueryClient): Promise<void> {
  sayUnreadable()
  const shared = readShared()
  if (!shared || currentSession().authorization !== null) return
  try {
    const credential = { authorization: await headerFor(client, shared), impersonated: shared.impersonated }
    startSession(credential, KEEP, currentSession().notice)
  } catch (error) {
    // The sign-in form is shown, and the next change in HomePort tries again.
    if (!isRequestError(error)) throw error
  }
}

/**
 * Follows HomePort when it signs in or out, or changes whom it impersonates. A page that may hold unsaved input is
 * covered first, and another user's sign-in waits until an open secret is closed.
 */
export function useHomeport(needsSession: boolean): void {
  const client = useQueryClient()
  const hasSecret = useOpenSecret() !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing a secret lets a waiting sign-in proceed
  useEffect(() => {
    // The same sign-in has just been rejected.
    if (needsSession && !isAsShared()) void followHomeport(client)
    return onSharedChange(() => {
      const { authorization } = currentSession()
      if (needsSession) void followHomeport(client)
      else if (authorization !== null && !isAsShared() && !isAccessToken(authorization)) endSession(authorization)
    })
  }, [client, needsSession, hasSecret])
}

/** Above the sign-in form, unless another notice is there. */
function sayUnreadable(): void {
  const { authorization, notice } = currentSession()
  if (authorization === null && notice === null && isSharedUnreadable()) {
    leaveNotice({ kind: 'unreadable in HomePort' })
  }
}

/** Whether HomePort has the session that this page has, or had. */
function isAsShared(): boolean {
  const session = currentSession()
  return isShared(session) && readShared()?.impersonated === session.impersonated
}

async function followHomeport(client: QueryClient): Promise<void> {
  sayUnreadable()
  const shared = readShared()
  if (!shared) return
  try {
    const credential = { authorization: await headerFor(client, shared), impersonated: shared.impersonated }
    await enter(client, credential, KEEP, (isAnother) => isStillDue(shared) && (!isAnother || openSecret() === null))
  } catch (error) {
    if (!isRequestError(error)) throw error
    // Waldur rejected it or could not be reached. The sign-in form is still there.
    if (asksForPasskey(error)) leaveNotice({ kind: 'passkey asked', error })
  }
}

/** While the server was asked, the user may have signed in here, or HomePort's sign-in may have changed. */
function isStillDue({ token, impersonated }: SharedSession): boolean {
  const { authorization, ended } = currentSession()
  const now = readShared()
  return (authorization === null || ended) && now?.token === token && now.impersonated === impersonated
}
