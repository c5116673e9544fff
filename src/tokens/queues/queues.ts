import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { requestPage } from '../../api/client.ts'
import { isNotFound } from '../../api/errors.ts'
import { orNull, Uuid } from '../../api/wire.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/** A queue through which a program receives events. Before 8.1.3 Waldur does not say what it was registered with. */
const Queue = z.object({
  user_uuid: orNull(Uuid),
  auth_kind: orNull(z.string()),
  auth_token_prefix: orNull(z.string()),
  auth_token_name: orNull(z.string()),
})
type Queue = z.output<typeof Queue>

export interface Queues {
  /** The caller's own queues that were registered with a token. */
  registered: Queue[]
  /** Whether there may be others. */
  areSome: boolean
}

/** A user has few queues; further pages are not read. */
const MOST_PAGES = 5

const NONE: Queues = { registered: [], areSome: false }

/** The user's event queues. Waldur has them since 8.1.0 (waldur-api, section 3). */
export const queuesQuery = (user: string) =>
  queryOptions({
    queryKey: ['queues', user],
    queryFn: async ({ signal }): Promise<Queues> => {
      const queues: Queue[] = []
      try {
        for (let page = 1; page <= MOST_PAGES; page++) {
          // Without this, staff would get everyone's.
          const query = { user_uuid: user }
          const { rows, unreadable, next } = await requestPage('/api/event-consumers/', Queue, { page, query, signal })
          queues.push(...rows)
          if (next === null) return ownQueues(queues, user, unreadable === 0)
        }
        return ownQueues(queues, user, false)
      } catch (error) {
        // Before 8.1.0 there are none. If a gateway sent the 404, only a hint is lost.
        if (isNotFound(error)) return NONE
        throw error
      }
    },
  })

/** @param isWhole whether these are all queues */
export function ownQueues(queues: readonly Queue[], user: string, isWhole: boolean): Queues {
  // A filtered list need not say whose each queue is.
  const own = queues.filter(({ user_uuid }) => user_uuid === null || user_uuid === user)
  const isTold = ({ auth_kind: kind }: Queue) => kind !== null && kind !== '' && kind !== 'unknown'
  return {
    registered: own.filter(({ auth_kind }) => auth_kind === 'pat'),
    areSome: !isWhole || !own.every(isTold),
  }
}

/**
 * The queues registered with a token that has this name and starts with the same characters: this token, one that it
 * replaced, or another token with this name that ends within hours of it. Waldur does not say more.
 */
export const queuesOf = (token: Token, { registered }: Queues): Queue[] =>
  registered.filter(({ auth_token_name: name, auth_token_prefix: prefix }) => {
    // Waldur stores 8 characters of the secret, which the end date determines (waldur-api, section 2.3).
    const start = `${tokenStart(token)}_`
    return name === token.name && prefix !== null && prefix !== '' && start.startsWith(prefix.slice(0, start.length))
  })
