import { infiniteQueryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { requestPage } from '../../api/client.ts'
import { Instant, orNull, Uuid } from '../../api/wire.ts'
import { tokenQueries } from '../queries.ts'

/** What Waldur keeps of a token's life (waldur-api, section 3). What stands in `context` hangs on the event. */
export const TokenEvent = z.object({
  uuid: Uuid,
  created: Instant,
  event_type: z.string(),
  message: z.catch(z.string(), ''),
  context: z.catch(z.object({ ip_address: orNull(z.string()), reason: orNull(z.string()) }), {
    ip_address: null,
    reason: null,
  }),
})
export type TokenEvent = z.output<typeof TokenEvent>

const PAGE_SIZE = 20

/** The events of one token, newest first. A Waldur without them, or one that keeps them from the caller, refuses. */
export const eventsQuery = (uuid: string) =>
  infiniteQueryOptions({
    queryKey: [...tokenQueries.all(), 'events', uuid],
    queryFn: ({ pageParam, signal }) =>
      requestPage('/api/events/', TokenEvent, {
        page: pageParam,
        pageSize: PAGE_SIZE,
        query: { pat_uuid: uuid },
        signal,
      }),
    initialPageParam: 1,
    getNextPageParam: (last) => last.next,
  })
