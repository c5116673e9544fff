import type { MutateOptions } from '@tanstack/react-query'
import { useRef } from 'react'

interface Mutation<Data, Failure, Variables, Context> {
  mutate: (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context>) => void
}

/**
 * `mutate`, but only once until it fails, because a mutation's own `isPending` is set a moment too late. A double click
 * would send two requests, and the second response would replace the first one's secret.
 * @returns `isSending` is true from the click on, even before a render, and stays true after a success
 */
export function useSend<Data, Failure, Variables, Context>({ mutate }: Mutation<Data, Failure, Variables, Context>) {
  const sending = useRef(false)
  const send = (variables: Variables, options: MutateOptions<Data, Failure, Variables, Context> = {}): void => {
    if (sending.current) return
    sending.current = true
    mutate(variables, {
      ...options,
      onError: (...failure) => {
        sending.current = false
        options.onError?.(...failure)
      },
    })
  }
  return { send, isSending: () => sending.current }
}
