import { useQuery } from '@tanstack/react-query'
import { useUser } from '../../auth/user.ts'
import type { Token } from '../schema.ts'
import { queuesOf, queuesQuery } from './queues.ts'

interface Found {
  count: number
  /** Those of the tokens that queues were registered with. */
  tokens: Token[]
  /** Whether there may be more: Waldur has such queues, and does not tell. */
  isOpen: boolean
}

/** The event queues that were registered with tokens like these; null until that is known. */
export function useQueues(tokens: readonly Token[]): Found | null {
  const { uuid } = useUser()
  // The release that brought networks brought queues: an older one is not asked.
  const mayHave = tokens.some(({ allowed_networks }) => allowed_networks !== undefined)
  const { data, error } = useQuery({ ...queuesQuery(uuid), enabled: mayHave })
  if (!data) return error && { count: 0, tokens: [], isOpen: true }
  const found = new Set(tokens.flatMap((token) => queuesOf(token, data)))
  return {
    count: found.size,
    tokens: tokens.filter((token) => queuesOf(token, data).length > 0),
    isOpen: data.areSome,
  }
}
