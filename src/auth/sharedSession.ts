import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { currentSession, endSession, forgetSession, isAccessToken, isShared, startSession } from '../api/credential.ts'
import { isRequestError } from '../api/errors.ts'
import { isSharedUnreadable, onSharedChange, readShared } from '../api/homeport.ts'
import { enter, headerFor } from './enter.ts'

/** What HomePort's sign-in is kept as: it has it already. */
const KEEP = 'memory'

/** Starts with the sign-in that HomePort has in this browser, if the deployment shares it and there is one. */
export async function joinHomeport(client: QueryClient): Promise<void> {
  sayUnreadable()
  const shared = readShared()
  if (!shared || currentSession().authorization !== null) return
  try {
    startSession({ authorization: await headerFor(client, shared), impersonated: shared.impersonated }, KEEP)
  } catch (error) {
    // The sign-in form is there, and the next change in HomePort is another chance.
    if (!isRequestError(error)) throw error
  }
}

/**
 * Goes along with HomePort: what it signs in, out, or as whom, holds here too. A page that may hold something unsaved
 * is covered first, and is followed only when `held` is over.
 */
export function useHomeport(needsSession: boolean, held: boolean): void {
  const client = useQueryClient()
  useEffect(() => {
    const follow = () => void followHomeport(client)
    if (needsSession && !held) follow()
    return onSharedChange(() => {
      if (needsSession) {
        if (!held) follow()
        return
      }
      const session = currentSession()
      const isSame = isShared(session) && readShared()?.impersonated === session.impersonated
      const { authorization } = session
      if (authorization !== null && !isSame && !isAccessToken(authorization)) endSession(authorization)
    })
  }, [client, needsSession, held])
}

/** Above the sign-in form, unless something else is said there. */
function sayUnreadable(): void {
  const { authorization, notice } = currentSession()
  if (authorization === null && notice === null && isSharedUnreadable()) {
    forgetSession({ kind: 'unreadable in HomePort' })
  }
}

async function followHomeport(client: QueryClient): Promise<void> {
  sayUnreadable()
  const shared = readShared()
  if (!shared) return
  try {
    const credential = { authorization: await headerFor(client, shared), impersonated: shared.impersonated }
    const { authorization, impersonated, ended } = currentSession()
    // The one that has just been refused.
    const isDead = ended && authorization === credential.authorization && impersonated === credential.impersonated
    if (!isDead) await enter(client, credential, KEEP)
  } catch (error) {
    // A sign-in that Waldur refuses, or cannot be asked about: the form is on the screen.
    if (!isRequestError(error)) throw error
  }
}
