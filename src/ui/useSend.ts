import type { MutateOptions } from '@tanstack/react-query'
import { useRef } from 'react'

interface Mutation<Data, Failure, Variables, Context> {
  mutate: (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context>) => void
}

/**
 * `mutate`, once at a time: the state that disables a button comes a render too late for a double click, and a second
 * request would also put its own answer in place of the first one's.
 */
export function useSend<Data, Failure, Variables, Context>({ mutate }: Mutation<Data, Failure, Variables, Context>) {
  const sending = useRef(false)
  return (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context> = {}): void => {
    if (sending.current) return
    sending.current = true
    mutate(variables, {
      ...options,
      onSettled: (...settled) => {
        sending.current = false
        options.onSettled?.(...settled)
      },
    })
  }
}
