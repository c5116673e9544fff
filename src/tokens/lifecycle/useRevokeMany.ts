import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { noteRevoked, revoke } from '../revoke.ts'
import type { Outcome, Outcomes } from './revokeMany.ts'
import { revokeMany, waitFor } from './revokeMany.ts'

/** Whether the server said that the token has ended. */
export const isEnded = (outcome: Outcome | undefined): boolean => outcome === 'revoked' || outcome === 'already revoked'

/** Runs over the same tokens, one after the other, with the outcome of each. Unmounting stops it. */
export function useRevokeMany() {
  const client = useQueryClient()
  const [phase, setPhase] = useState<'asking' | 'running' | 'done'>('asking')
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map())
  const [wait, setWait] = useState<RequestError | null>(null)
  const [bug, setBug] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])
  // A bug is not an error response: it belongs to the error boundary.
  if (bug !== null) throw bug

  const start = async (uuids: readonly string[]) => {
    if (stop.current && !stop.current.signal.aborted) return
    const controller = new AbortController()
    stop.current = controller
    const known = new Map(outcomes)
    for (const uuid of uuids) known.delete(uuid)
    const ended = new Set<string>()
    setPhase('running')
    try {
      await revokeMany({
        uuids,
        revoke,
        wait: waitFor,
        stop: controller,
        report: (uuid, outcome) => {
          known.set(uuid, outcome)
          if (isEnded(outcome)) ended.add(uuid)
          setOutcomes(new Map(known))
        },
        reportWait: setWait,
      })
    } catch (error) {
      setBug(error)
    } finally {
      controller.abort()
      setPhase('done')
      noteRevoked(client, ended)
    }
  }
  return { phase, outcomes, wait, start, stop: () => stop.current?.abort() }
}

export type RevokeRun = ReturnType<typeof useRevokeMany>
