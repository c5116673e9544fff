import { useQuery } from '@tanstack/react-query'
import { isRequestError } from '../../api/errors.ts'
import { serverNow } from '../../api/serverClock.ts'
import { newestPage, tokenQueries } from '../queries.ts'
import type { Token } from '../schema.ts'
import { hasEnded } from '../tokenNow.ts'
import { knownUuids } from './journal.ts'
import type { Before, RotateSnapshot } from './reconcile.ts'
import { hiddenSince } from './reconcile.ts'

/** Pauses before the second and third read, in milliseconds, because a slow server may still be at work. */
const PAUSES = [2000, 4000]

interface Seen {
  /** The number of reads so far, including this one. */
  reads: number
  readAt: number
  /** Null if this read failed, because an earlier one says nothing about now. */
  tokens: Token[] | null
  hidden: number
  ended: boolean | null
  known: ReadonlySet<string>
}

export interface LiveSnapshot extends RotateSnapshot {
  /** When the last read began, in milliseconds by the server's clock. */
  readAt: number
  /** Further reads will follow automatically. */
  isReading: boolean
  readAgain: () => void
}

/**
 * Reads the newest tokens after a lost response: at once, after 2 and after 6 seconds.
 * @param before undefined while there is nothing to find out, which returns null
 * @param rotated the token to be rotated
 */
export function useSnapshot(before: Before | undefined, name: string, rotated?: string): LiveSnapshot | null {
  const { data, isFetching, refetch } = useQuery({
    queryKey: [...tokenQueries.all(), 'after', before?.at],
    enabled: before !== undefined,
    queryFn: async ({ signal, client, queryKey }): Promise<Seen> => {
      const reads = (client.getQueryData<Seen>(queryKey)?.reads ?? 0) + 1
      const readAt = serverNow()
      try {
        const newest = await newestPage(signal)
        // Read the old token last: if it is active after the new one exists, both are.
        const ended = rotated === undefined ? null : await hasEnded(rotated, signal)
        return {
          reads,
          readAt,
          tokens: newest.rows,
          hidden: before ? hiddenSince(before, newest) : 0,
          ended,
          known: knownUuids(),
        }
      } catch (error) {
        if (!isRequestError(error)) throw error
        return { reads, readAt, tokens: null, hidden: 0, ended: null, known: new Set() }
      }
    },
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && PAUSES[state.data.reads - 1]) ?? false,
    refetchIntervalInBackground: true,
  })
  if (!before) return null
  return {
    before,
    name,
    readAt: data?.readAt ?? before.at,
    tokens: data?.tokens ?? null,
    hidden: data?.hidden ?? 0,
    ended: data?.ended ?? null,
    known: data?.known ?? new Set(),
    isReading: isFetching || data === undefined || data.reads <= PAUSES.length,
    readAgain: () => void refetch(),
  }
}
