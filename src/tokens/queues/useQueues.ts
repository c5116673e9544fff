import { useQuery } from '@tanstack/react-query'
import { useUser } from '../../auth/user.ts'
import type { Token } from '../schema.ts'
import { queuesOf, queuesQuery } from './queues.ts'

interface Found {
  count: number
  /** The names of the tokens that queues were registered with, without duplicates. */
  names: string[]
  /** There may be more: Waldur has queues, but does not say what they were registered with. */
  isOpen: boolean
}

/** The event queues that were registered with tokens like these; null until known. */
export function useQueues(tokens: readonly Token[]): Found | null {
  const { uuid } = useUser()
  // Networks and queues came with the same release, so an older Waldur is not asked.
  const mayHave = tokens.some(({ allowed_networks }) => allowed_networks !== undefined)
  const { data, error } = useQuery({ ...queuesQuery(uuid), enabled: mayHave })
  if (!data) return error && { count: 0, names: [], isOpen: true }
  const hits = tokens.map((token) => ({ name: token.name, queues: queuesOf(token, data) }))
  return {
    count: new Set(hits.flatMap(({ queues }) => queues)).size,
    names: [...new Set(hits.flatMap(({ name, queues }) => (queues.length > 0 ? [name] : [])))],
    isOpen: data.areSome,
  }
}
