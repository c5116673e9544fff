import type { MutationFunctionContext, QueryClient } from '@tanstack/react-query'
import { mutationOptions } from '@tanstack/react-query'
import { request } from '../../api/client.ts'
import { isCrossOrigin } from '../../api/deployment.ts'
import type { RequestError } from '../../api/errors.ts'
import { isOutcomeUnknown, isRotateUnknown } from '../../api/outcome.ts'
import { learnInstant, serverNow } from '../../api/serverClock.ts'
import { userQuery } from '../../auth/user.ts'
import { ROOT } from '../listPages.ts'
import { refreshTokens, tokenQueries } from '../queries.ts'
import type { IssuedToken, NewToken, Token } from '../schema.ts'
import { issuedAs, issuedPlaces } from '../schema.ts'
import { tokenPath } from '../tokenNow.ts'
import { forget, noteAsked, noteShown } from './journal.ts'
import type { Before } from './reconcile.ts'

/** The state before a request that issues a secret, and its journal entry. */
export interface MintContext {
  before: Before
  entryId: string
}

function noteMinting(op: 'create' | 'rotate', name: string, client: QueryClient): MintContext {
  const pages = client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const before = {
    uuids: new Set(pages.flatMap(({ rows, unread }) => [...rows, ...unread].map(({ uuid }) => uuid))),
    at: serverNow(),
  }
  const user = client.getQueryData(userQuery().queryKey)?.uuid ?? ''
  return { before, entryId: noteAsked({ user, op, name, at: before.at }) }
}

/**
 * What every mutation that issues a secret needs: never sent twice, never sent later, no copy kept after the dialog,
 * and a journal entry until the user has the secret. The list is refreshed in parallel, so that nothing delays the
 * reveal.
 */
const minting = (op: 'create' | 'rotate', isUnknown: (error: RequestError) => boolean) =>
  ({
    retry: false,
    networkMode: 'always',
    gcTime: 0,
    onMutate: ({ name }: { name: string }, { client }: MutationFunctionContext) => noteMinting(op, name, client),
    onSuccess: (
      issued: IssuedToken,
      _variables: unknown,
      { entryId }: MintContext,
      { client }: MutationFunctionContext,
    ) => {
      noteShown(entryId, issued.uuid)
      // On another origin the `Date` of a response may be hidden. This is the server's time as well.
      if (isCrossOrigin()) learnInstant(issued.created)
      const known = withoutSecret(issued)
      if (known) client.setQueryData(tokenQueries.detail(issued.uuid).queryKey, known)
    },
    onError: (error: RequestError, _variables: unknown, context: MintContext | undefined) => {
      if (context && !isUnknown(error)) forget([context.entryId])
    },
    onSettled: (
      _data: unknown,
      _error: unknown,
      _variables: unknown,
      _context: unknown,
      { client }: MutationFunctionContext,
    ) => refreshTokens(client),
  }) as const

/**
 * A token that was just issued, in the form of the list, so that its page need not wait for that. Null if the response
 * lacks one of its limits.
 */
function withoutSecret({
  token: _secret,
  isPartial: _isPartial,
  allowed_networks,
  expires_at,
  ...known
}: IssuedToken): Token | null {
  const allowed_scopes = issuedPlaces({ ...known, allowed_networks })
  if (allowed_scopes === null || allowed_networks === null || expires_at === null) return null
  const usage = { is_active: true, last_used_at: null, last_used_ip: null, use_count: 0 }
  return { ...known, expires_at, allowed_scopes, allowed_networks, ...usage }
}

export const createToken = mutationOptions({
  ...minting('create', isOutcomeUnknown),
  mutationFn: (body: NewToken) => request(ROOT, issuedAs(body), { method: 'POST', body, once: true }),
})

export const rotateToken = mutationOptions({
  ...minting('rotate', isRotateUnknown),
  mutationFn: (token: Token) =>
    request(`${tokenPath(token.uuid)}rotate/`, issuedAs(token), { method: 'POST', once: true }),
})
