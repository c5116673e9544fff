import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { requestPage } from '../../api/client.ts'
import { isNotFound } from '../../api/errors.ts'
import { orNull, Uuid } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/** A queue over which a program hears of events. Before 8.1.3 Waldur does not say with what it was registered. */
const Queue = z.object({
  user_uuid: orNull(Uuid),
  auth_kind: orNull(z.string()),
  auth_token_prefix: orNull(z.string()),
  auth_token_name: orNull(z.string()),
})
type Queue = z.output<typeof Queue>

export interface Queues {
  /** The caller's own that were registered with a token. */
  registered: Queue[]
  /** Whether there may be others that were. */
  areSome: boolean
}

/** A person has few; so many pages are read at most. */
const MOST_PAGES = 5

const NONE: Queues = { registered: [], areSome: false }

/** The queues of this user. Waldur has them since 8.1.0 (waldur-api, section 3). */
export const queuesQuery = (user: string) =>
  queryOptions({
    queryKey: ['queues', user],
    queryFn: async ({ signal }): Promise<Queues> => {
      const queues: Queue[] = []
      try {
        for (let page = 1; page <= MOST_PAGES; page++) {
          // Staff would be told everybody's.
          const query = { user_uuid: user }
          const { rows, unreadable, next } = await requestPage('/api/event-consumers/', Queue, { page, query, signal })
          queues.push(...rows)
          if (next === null) return ownQueues(queues, user, unreadable === 0)
        }
        return ownQueues(queues, user, false)
      } catch (error) {
        // Before 8.1.0 there are none. If it was a gateway's 404, only a hint is lost.
        if (isNotFound(error)) return NONE
        throw error
      }
    },
  })

/** @param isWhole whether these are all of them */
export function ownQueues(queues: readonly Queue[], user: string, isWhole: boolean): Queues {
  // Whoever narrows the list does not have to say whose each one is.
  const own = queues.filter(({ user_uuid }) => user_uuid === null || user_uuid === user)
  const isTold = ({ auth_kind: kind }: Queue) => kind !== null && kind !== '' && kind !== 'unknown'
  return {
    registered: own.filter(({ auth_kind }) => auth_kind === 'pat'),
    areSome: !isWhole || !own.every(isTold),
  }
}

/**
 * Which of these queues were registered with a token that has this name and the same beginning of the secret: with this
 * one, or with one that it took the place of, or a namesake that ends in the same hours. More Waldur does not say.
 */
export const queuesOf = (token: Token, { registered }: Queues): Queue[] =>
  registered.filter(({ auth_token_name: name, auth_token_prefix: prefix }) => {
    // Waldur keeps 8 characters of it, of which the end date tells all (waldur-api, section 2.3).
    const start = `${tokenStart(token)}_`
    return name === token.name && prefix !== null && prefix !== '' && start.startsWith(prefix.slice(0, start.length))
  })
