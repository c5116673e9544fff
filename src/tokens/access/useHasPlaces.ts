import { useQuery } from '@tanstack/react-query'
import { bindingTargetsQuery } from '../abilities.ts'

/**
 * Whether this Waldur server limits tokens to places; true until that is known.
 * @param ask whether to send the request; otherwise only cached data is used
 */
export function useHasPlaces(ask = false): boolean {
  return useQuery({ ...bindingTargetsQuery(), enabled: ask }).data !== null
}
