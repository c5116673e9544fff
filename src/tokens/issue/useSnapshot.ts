import { useQuery } from '@tanstack/react-query'
import { isRequestError } from '../../api/errors.ts'
import { newestPage, tokenQueries } from '../queries.ts'
import type { Token } from '../schema.ts'
import { hasEnded } from '../tokenNow.ts'
import { knownUuids } from './journal.ts'
import type { Before, RotateEvidence } from './reconcile.ts'
import { hiddenSince } from './reconcile.ts'

/** After the first look come two more, after these milliseconds: a slow server may still be at it. */
const PAUSES = [2000, 4000]

interface Seen {
  look: number
  /** Null: this look failed, and an earlier one says nothing about now. */
  tokens: Token[] | null
  hidden: number
  ended: boolean | null
  known: ReadonlySet<string>
}

export interface Look extends RotateEvidence {
  /** More looks follow by themselves. */
  looking: boolean
  lookAgain: () => void
}

/**
 * Reads the newest tokens after a request whose answer says nothing: at once, after 2 and after 6 seconds.
 * @param before undefined while there is nothing to find out; then null is returned
 * @param rotated the token that was to be rotated
 */
export function useEvidence(before: Before | undefined, name: string, rotated?: string): Look | null {
  const { data, isFetching, refetch } = useQuery({
    queryKey: [...tokenQueries.all(), 'after', before?.at],
    enabled: before !== undefined,
    queryFn: async ({ signal, client, queryKey }): Promise<Seen> => {
      const look = (client.getQueryData<Seen>(queryKey)?.look ?? 0) + 1
      try {
        const newest = await newestPage(signal)
        // Of the same look, and after the others: the old one ends when the new one begins, so that one which is seen
        // alive after a new one was there, is.
        const ended = rotated === undefined ? null : await hasEnded(rotated, signal)
        return {
          look,
          tokens: newest.rows,
          hidden: before ? hiddenSince(before, newest) : 0,
          ended,
          known: knownUuids(),
        }
      } catch (error) {
        if (!isRequestError(error)) throw error
        return { look, tokens: null, hidden: 0, ended: null, known: new Set() }
      }
    },
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data && PAUSES[state.data.look - 1]) ?? false,
    refetchIntervalInBackground: true,
  })
  if (!before) return null
  return {
    before,
    name,
    tokens: data?.tokens ?? null,
    hidden: data?.hidden ?? 0,
    ended: data?.ended ?? null,
    known: data?.known ?? new Set(),
    looking: isFetching || data === undefined || data.look <= PAUSES.length,
    lookAgain: () => void refetch(),
  }
}
