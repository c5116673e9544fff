import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { createAtom } from '../../api/atom.ts'
import { request } from '../../api/client.ts'
import type { Credential } from '../../api/credential.ts'
import { currentSession } from '../../api/credential.ts'
import { apiOrigin } from '../../api/deployment.ts'
import { isRequestError } from '../../api/errors.ts'
import { store, stored } from '../../api/storage.ts'
import { Uuid } from '../../api/wire.ts'

/** Whether Waldur gives a token its owner's sign-in key; `unclear` if that could not be found out. */
export type KeyExposure = 'exposed' | 'hidden' | 'unclear'

/** Keeps only whether the response contains a key. The key itself stops here. */
const Exposure = z.pipe(
  z.object({ uuid: Uuid, token: z.optional(z.nullable(z.string())) }),
  z.transform(({ token }): KeyExposure => (token ? 'exposed' : 'hidden')),
)

/**
 * Requests the owner's sign-in key with a token (waldur-api, section 1.7), and remembers whether Waldur sent it. Never
 * throws a RequestError, because its cause may quote the response.
 */
export async function askForKey(credential: Credential, signal: AbortSignal): Promise<KeyExposure> {
  const exposure = await ask(credential, signal)
  if (exposure !== 'unclear') note(exposure)
  return exposure
}

async function ask(credential: Credential, signal: AbortSignal): Promise<KeyExposure> {
  try {
    const query = { field: ['uuid', 'token'] }
    const exposure = await request('/api/users/me/', Exposure, { query, credential, signal })
    return exposure === 'hidden' && !hasKey() ? 'unclear' : exposure
  } catch (error) {
    if (isRequestError(error)) return 'unclear'
    throw error
  }
}

/** Without a session, or with a provider's own token, the user may have no key for Waldur to send. */
function hasKey(): boolean {
  const { authorization, ended } = currentSession()
  return !ended && authorization?.startsWith('Token ') === true
}

/** The Waldur that last exposed the key; removed once a test finds it hidden. */
const KEY = 'waldur-tokens.key-exposed'

// A "hidden" result counts only until the page closes, because the exposure may come back.
const found = createAtom<{ at: string; exposure: KeyExposure } | null>(null)

function note(exposure: KeyExposure): void {
  // If the browser refuses, `found` has it.
  store('localStorage', KEY, exposure === 'exposed' ? apiOrigin() : null)
  found.set({ at: apiOrigin(), exposure })
}

/** The result of the last test of this Waldur server; null if there was none. */
function knownExposure(): KeyExposure | null {
  const last = found.get()
  if (last?.at === apiOrigin()) return last.exposure
  return stored('localStorage', KEY) === apiOrigin() ? 'exposed' : null
}

function onExposureChange(listener: () => void): () => void {
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== KEY) return
    // Another tab has tested more recently.
    found.set(null)
    listener()
  }
  const unsubscribe = found.subscribe(listener)
  addEventListener('storage', onStorage)
  return () => {
    unsubscribe()
    removeEventListener('storage', onStorage)
  }
}

export const useKeyExposure = (): KeyExposure | null => useSyncExternalStore(onExposureChange, knownExposure)
