import type { MutateOptions, UseMutationOptions } from '@tanstack/react-query'
import { useMutation } from '@tanstack/react-query'
import type { RequestError } from '../../api/errors.ts'
import { useSend } from '../../ui/useSend.ts'
import type { Asked } from '../kept/differences.ts'
import type { IssuedToken } from '../schema.ts'
import type { MintContext } from './mutations.ts'
import { useEntryLock } from './useJournal.ts'
import type { LiveSnapshot } from './useSnapshot.ts'
import { useSnapshot } from './useSnapshot.ts'
import { useUnderway } from './useUnderway.ts'

/** A request whose response was lost, and what the tokens say about it. */
export interface LostRequest {
  snapshot: LiveSnapshot
  error: RequestError
  /** The id of the journal entry. */
  entryId: string
}

export interface Issued {
  token: IssuedToken
  asked: Asked
  context: MintContext
}

export interface Issue<Wanted> {
  send: (asked: Wanted, options?: MutateOptions<IssuedToken, RequestError, Wanted, MintContext>) => void
  /** From the click on, and for good after a success. */
  isSending: () => boolean
  isPending: boolean
  /** The user tried to leave during the request, and needs to be told why that does not work. */
  triedToLeave: boolean
  error: RequestError | null
  issued: Issued | null
  lost: LostRequest | null
}

/**
 * What a dialog that issues a secret needs around its request: it is sent once, it keeps the page while it is pending,
 * and if its response is lost, the tokens are read to find out what became of it.
 * @param isUnknown whether an error leaves open if a token was issued
 * @param rotated the uuid of the token to rotate
 */
export function useIssue<Wanted extends Asked>(
  mutation: UseMutationOptions<IssuedToken, RequestError, Wanted, MintContext>,
  isUnknown: (error: RequestError) => boolean,
  rotated?: string,
): Issue<Wanted> {
  const issuing = useMutation(mutation)
  const { data, variables: asked, error, context, isPending } = issuing
  const { send, isSending } = useSend(issuing)
  const tried = useUnderway(() => isSending() && !data)
  const isLost = error !== null && isUnknown(error)
  const snapshot = useSnapshot(isLost ? context?.before : undefined, asked?.name ?? '', rotated)
  useEntryLock(context?.entryId)
  return {
    send,
    isSending,
    isPending,
    triedToLeave: isPending && tried,
    error,
    issued: data && asked && context ? { token: data, asked, context } : null,
    lost: snapshot && error && context ? { snapshot, error, entryId: context.entryId } : null,
  }
}
