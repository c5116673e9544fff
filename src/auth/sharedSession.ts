import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { currentSession, endSession, isAccessToken, isShared, leaveNotice, startSession } from '../api/credential.ts'
import { asksForPasskey, isRequestError } from '../api/errors.ts'
import type { SharedSession } from '../api/homeport.ts'
import { isSharedUnreadable, onSharedChange, readShared } from '../api/homeport.ts'
import { enter, headerFor } from './enter.ts'
import { openSecret, useOpenSecret } from './openSecret.ts'

/** What HomePort's sign-in is kept as: it has it already. */
const KEEP = 'memory'

/** Starts with the sign-in that HomePort has in this browser, if the deployment shares it and there is one. */
export async function joinHomeport(client: QueryClient): Promise<void> {
  sayUnreadable()
  const shared = readShared()
  if (!shared || currentSession().authorization !== null) return
  try {
    const credential = { authorization: await headerFor(client, shared), impersonated: shared.impersonated }
    startSession(credential, KEEP, currentSession().notice)
  } catch (error) {
    // The sign-in form is there, and the next change in HomePort is another chance.
    if (!isRequestError(error)) throw error
  }
}

/**
 * Goes along with HomePort: what it signs in, out, or as whom, holds here too. A page that may hold something unsaved
 * is covered first; another user's sign-in waits for an open secret.
 */
export function useHomeport(needsSession: boolean): void {
  const client = useQueryClient()
  const hasSecret = useOpenSecret() !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: who waits for a secret to be closed is followed then
  useEffect(() => {
    // The same is the one that has just been refused.
    if (needsSession && !isAsShared()) void followHomeport(client)
    return onSharedChange(() => {
      const { authorization } = currentSession()
      if (needsSession) void followHomeport(client)
      else if (authorization !== null && !isAsShared() && !isAccessToken(authorization)) endSession(authorization)
    })
  }, [client, needsSession, hasSecret])
}

/** Above the sign-in form, unless something else is said there. */
function sayUnreadable(): void {
  const { authorization, notice } = currentSession()
  if (authorization === null && notice === null && isSharedUnreadable()) {
    leaveNotice({ kind: 'unreadable in HomePort' })
  }
}

/** Whether HomePort has the session that there is, or was, here. */
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
    // A sign-in that Waldur refuses, or cannot be asked about: the form is on the screen.
    if (asksForPasskey(error)) leaveNotice({ kind: 'passkey asked', error })
  }
}

/** While the server was asked somebody may have signed in here, or HomePort have gone on to another sign-in. */
function isStillDue({ token, impersonated }: SharedSession): boolean {
  const { authorization, ended } = currentSession()
  const now = readShared()
  return (authorization === null || ended) && now?.token === token && now.impersonated === impersonated
}
