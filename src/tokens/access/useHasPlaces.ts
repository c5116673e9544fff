import { useQuery } from '@tanstack/react-query'
import { bindingTargetsQuery } from '../abilities.ts'

/**
 * Whether this Waldur limits tokens to places; true while that is not known.
 * @param ask whether to find out; by itself it reads what others found out
 */
export function useHasPlaces(ask = false): boolean {
  return useQuery({ ...bindingTargetsQuery(), enabled: ask }).data !== null
}
