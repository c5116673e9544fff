import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { request } from '../../api/client.ts'
import type { Credential } from '../../api/credential.ts'
import { currentSession } from '../../api/credential.ts'
import { apiOrigin } from '../../api/deployment.ts'
import { isRequestError } from '../../api/errors.ts'
import { storageOf } from '../../api/storage.ts'
import { Uuid } from '../../api/wire.ts'

/** Whether Waldur gives a token the sign-in key of its owner; `unclear` where that could not be found out. */
export type KeyExposure = 'exposed' | 'hidden' | 'unclear'

/** What is kept of the answer is whether it holds a key: the key itself goes no further than this. */
const Answer = z.pipe(
  z.object({ uuid: Uuid, token: z.optional(z.nullable(z.string())) }),
  z.transform(({ token }): KeyExposure => (token ? 'exposed' : 'hidden')),
)

/**
 * Asks Waldur with a token for its owner's sign-in key (waldur-api, section 1.7), and remembers whether it was given.
 * Never throws a RequestError: its cause may quote the answer.
 */
export async function askForKey(credential: Credential, signal: AbortSignal): Promise<KeyExposure> {
  const exposure = await ask(credential, signal)
  if (exposure !== 'unclear') note(exposure)
  return exposure
}

async function ask(credential: Credential, signal: AbortSignal): Promise<KeyExposure> {
  try {
    const query = { field: ['uuid', 'token'] }
    const exposure = await request('/api/users/me/', Answer, { query, credential, signal })
    return exposure === 'hidden' && !hasKey() ? 'unclear' : exposure
  } catch (error) {
    if (isRequestError(error)) return 'unclear'
    throw error
  }
}

/** Who is signed in by an identity provider's own token, or no longer, may have no key that Waldur could give. */
function hasKey(): boolean {
  const { authorization, ended } = currentSession()
  return !ended && authorization?.startsWith('Token ') === true
}

/** The Waldur that was last found to give the key away; none once it was found not to. */
const KEY = 'waldur-tokens.key-exposed'

// That the key is hidden is believed for as long as this page is open: what was open is not closed for good.
let found: { at: string; exposure: KeyExposure } | null = null
const listeners = new Set<() => void>()

function note(exposure: KeyExposure): void {
  found = { at: apiOrigin(), exposure }
  try {
    if (exposure === 'exposed') storageOf('localStorage')?.setItem(KEY, apiOrigin())
    else storageOf('localStorage')?.removeItem(KEY)
  } catch {
    // Storage is full: `found` has it.
  }
  for (const listener of listeners) listener()
}

/** What the last test found on this Waldur; null if there was none. */
function knownExposure(): KeyExposure | null {
  if (found?.at === apiOrigin()) return found.exposure
  return storageOf('localStorage')?.getItem(KEY) === apiOrigin() ? 'exposed' : null
}

function onExposureChange(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== KEY) return
    // Another tab has looked later.
    found = null
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}

export const useKeyExposure = (): KeyExposure | null => useSyncExternalStore(onExposureChange, knownExposure)
