import type { MutationFunctionContext, QueryClient } from '@tanstack/react-query'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { Page } from '../api/client.ts'
import { request, requestPage } from '../api/client.ts'
import { isCrossOrigin } from '../api/deployment.ts'
import type { RequestError } from '../api/errors.ts'
import { isOutcomeUnknown, isRotateUnknown } from '../api/outcome.ts'
import { learnServerTime, serverNow } from '../api/serverClock.ts'
import { userQuery } from '../auth/user.ts'
import { revoke, tokenNow } from './belief.ts'
import { forget, noteAsked, noteShown } from './issue/journal.ts'
import type { Before } from './issue/reconcile.ts'
import { pagesFollowing, ROOT, requestPages } from './listPages.ts'
import type { IssuedToken, NewToken } from './schema.ts'
import { issuedAs, issuedPlaces, Token } from './schema.ts'

export const tokenQueries = {
  all: () => ['tokens'] as const,
  list: () =>
    infiniteQueryOptions({
      queryKey: [...tokenQueries.all(), 'list'],
      queryFn: ({ pageParam, signal, client }) => requestPages(pageParam, signal, isReadAnew(client, pageParam)),
      initialPageParam: [1],
      getNextPageParam: (_last, pages) => pagesFollowing(pages),
    }),
  /** Null where it is known to be gone. */
  detail: (uuid: string) =>
    queryOptions({
      queryKey: [...tokenQueries.all(), 'detail', uuid],
      queryFn: ({ signal }) => tokenNow(uuid, signal),
    }),
}

/** Whether the list has these pages: it must not end before them because one of them fails now. */
function isReadAnew(client: QueryClient, [first = 1]: readonly number[]): boolean {
  const pages = client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const last = pages.at(-1)
  return last !== undefined && (pagesFollowing(pages) === null || (last.next !== null && first < last.next))
}

/** The newest tokens, where whatever was issued just now must be. Asked anew each time, and kept out of the cache. */
export const newestPage = (signal?: AbortSignal): Promise<Page<Token>> =>
  requestPage(ROOT, Token, { page: 1, ...(signal && { signal }) })

export const newestTokens = async (signal?: AbortSignal): Promise<Token[]> => (await newestPage(signal)).rows

/** The same, kept: where namesakes of a token are looked for. */
export const newestQuery = () =>
  queryOptions({
    queryKey: [...tokenQueries.all(), 'newest'],
    queryFn: ({ signal }) => newestTokens(signal),
  })

/** What was true before a request that mints, and where the journal has it. */
export interface MintContext {
  before: Before
  /** Of the journal's entry. */
  entry: string
}

function noteMinting(op: 'create' | 'rotate', name: string, client: QueryClient): MintContext {
  const pages = client.getQueryData(tokenQueries.list().queryKey)?.pages ?? []
  const before = {
    uuids: new Set(pages.flatMap(({ rows, unreadableUuids }) => [...rows.map(({ uuid }) => uuid), ...unreadableUuids])),
    at: serverNow(),
  }
  const user = client.getQueryData(userQuery().queryKey)?.uuid ?? ''
  return { before, entry: noteAsked({ user, op, name, at: before.at }) }
}

const refresh = (client: QueryClient) => void client.invalidateQueries({ queryKey: tokenQueries.all() })

/**
 * What every mutation that mints a secret needs: no second send, no send later on, no copy kept after the dialog, and
 * an entry in the journal until somebody has the secret. The list is refreshed beside the reveal, not before it:
 * nothing stands between the answer and the screen.
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
      { entry }: MintContext,
      { client }: MutationFunctionContext,
    ) => {
      noteShown(entry, issued.uuid)
      // On another origin the `Date` of an answer may be hidden; this is the server's time as well.
      if (isCrossOrigin()) learnServerTime(issued.created)
      const known = withoutSecret(issued)
      if (known) client.setQueryData(tokenQueries.detail(issued.uuid).queryKey, known)
    },
    onError: (error: RequestError, _variables: unknown, context: MintContext | undefined) => {
      if (context && !isUnknown(error)) forget([context.entry])
    },
    onSettled: (
      _data: unknown,
      _error: unknown,
      _variables: unknown,
      _context: unknown,
      { client }: MutationFunctionContext,
    ) => refresh(client),
  }) as const

/**
 * A token that was issued a moment ago, as the list will have it: its page need not wait for that. Null where the
 * answer does not tell its limits.
 */
function withoutSecret({ token: _secret, allowed_networks, ...known }: IssuedToken): Token | null {
  const allowed_scopes = issuedPlaces({ ...known, allowed_networks })
  if (allowed_scopes === null || allowed_networks === null) return null
  const usage = { is_active: true, last_used_at: null, last_used_ip: null, use_count: 0 }
  return { ...known, allowed_scopes, allowed_networks, ...usage }
}

export const createToken = mutationOptions({
  ...minting('create', isOutcomeUnknown),
  mutationFn: (body: NewToken) => request(ROOT, issuedAs(body), { method: 'POST', body, once: true }),
})

export const rotateToken = mutationOptions({
  ...minting('rotate', isRotateUnknown),
  mutationFn: (token: Token) =>
    request(`${ROOT}${token.uuid}/rotate/`, issuedAs(token), { method: 'POST', once: true }),
})

export const revokeToken = mutationOptions({
  networkMode: 'always',
  mutationFn: revoke,
  onSuccess: (_outcome, uuid, _before, { client }) => show(client, new Set([uuid]), { is_active: false }),
  onSettled: (_data, _error, _uuid, _before, { client }) => refresh(client),
})

/** After several were revoked one by one: shows it, and looks again once. */
export function noteRevoked(client: QueryClient, uuids: ReadonlySet<string>): void {
  show(client, uuids, { is_active: false })
  refresh(client)
}

/** From where a token may be used: all of it anew each time, so that to send it twice does no harm. */
export const setNetworks = mutationOptions({
  retry: false,
  networkMode: 'always',
  mutationFn: ({ uuid, networks }: { uuid: string; networks: string[] }) =>
    request(`${ROOT}${uuid}/set_network_acl/`, Token, { method: 'POST', body: { allowed_networks: networks } }),
  onSuccess: ({ allowed_networks }, { uuid }, _before, { client }) =>
    show(client, new Set([uuid]), { allowed_networks }),
  onSettled: (_data, _error, _change, _before, { client }) => refresh(client),
})

/** What the server has just said shows at once; the refresh, which may have to wait, is not waited for. */
function show(client: QueryClient, uuids: ReadonlySet<string>, change: Partial<Token>): void {
  const changed = (token: Token) => (uuids.has(token.uuid) ? { ...token, ...change } : token)
  client.setQueryData(
    tokenQueries.list().queryKey,
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, rows: page.rows.map(changed) })) },
  )
  for (const uuid of uuids) client.setQueryData(tokenQueries.detail(uuid).queryKey, (token) => token && changed(token))
}
