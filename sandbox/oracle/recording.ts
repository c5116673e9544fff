import { eq } from 'drizzle-orm'
import { tokens, users } from '../database.ts'
import type { OracleExchange } from './oracle.ts'
import { oracleExchanges } from './oracle.ts'
import type { Responses } from './replay.ts'
import { replayer } from './replay.ts'
import type { Situation } from './situation.ts'
import { keyOf, openSituation } from './situation.ts'

/** A recorded exchange with the sandbox's response. */
export interface Replayed extends Responses {
  exchange: OracleExchange
}

/** In the order of recording: each started where the one before had ended. `flags` was recorded later, on its own. */
const inOrder = [
  ...['signin', 'me', 'configuration', 'helpers', 'entities', 'tokens', 'refusals', 'use', 'selfservice', 'cors'],
  'events',
]

type Send = ReturnType<typeof replayer>

const setFlag = async ({ core }: Situation, canUsePats: boolean) =>
  void (await core.db.update(users).set({ canUsePats }).where(eq(users.username, 'owner')))

const filler = { name: 'ci', scopes: ['PROJECT.UPDATE'], expires_at: '2026-12-29T11:36:37Z' }

/** Fills up the limit with tokens whose creation was not recorded; the last one appears in a later response. */
async function fillUp(send: Send): Promise<void> {
  const request = { method: 'POST', path: '/api/personal-access-tokens/', headers: { Authorization: keyOf('owner') } }
  const response = { status: 201, body: { uuid: 'c540793a8dff42608942c698741c5694' } }
  const exchange = { title: 'filler', as: 'owner', request: { ...request, body: filler }, response }
  for (let made = 0; made < 7; made += 1) await send(exchange)
}

async function emptyAgain({ core }: Situation): Promise<void> {
  const made = eq(tokens.expiresAt, Date.parse(filler.expires_at) * 1000)
  await core.db.update(tokens).set({ isActive: false }).where(made)
}

/** Changes made apart from the requests, just before the exchange with this title. */
const before: Record<string, (situation: Situation, send: Send) => unknown> = {
  'too many': (_situation, send) => fillUp(send),
  'networks: too many': ({ core }) => {
    core.settings.PAT_MAX_ACL_ENTRIES = 2
  },
  works: async (situation) => {
    situation.core.settings.PAT_MAX_ACL_ENTRIES = 50
    await emptyAgain(situation)
  },
  'switched off': ({ core }) => {
    core.settings.PAT_ENABLED = false
  },
  'the flag was taken away': async (situation) => {
    situation.core.settings.PAT_ENABLED = true
    await setFlag(situation, false)
  },
  'for expiry': (situation) => setFlag(situation, true),
}

const exchangesOf = (file: string) =>
  (oracleExchanges()[file]?.exchanges ?? []).filter((exchange) => 'request' in exchange)

/** Everything but `flags`, by file name. */
export async function replayAll(): Promise<Map<string, Replayed[]>> {
  const situation = await openSituation(Date.UTC(2026, 10, 29, 11, 36, 20))
  const send = replayer(situation)
  const replayed = new Map<string, Replayed[]>()
  for (const file of inOrder) {
    const responses: Replayed[] = []
    for (const exchange of exchangesOf(file)) {
      await before[exchange.title]?.(situation, send)
      // In all other exchanges the user is signed in.
      const isSignedOut = exchange.title.startsWith('is the sign-in of the user still alive')
      responses.push({ exchange, ...(await send(isSignedOut ? { ...exchange, as: null } : exchange)) })
    }
    replayed.set(file, responses)
  }
  return replayed
}

/** The tokens of `flags`, with a scope that opens none of the views, or one of the two that do. */
const flagTokens = [
  ['staff without STAFF.ACCESS', 'staff', 'PROJECT.UPDATE'],
  ['staff with STAFF.ACCESS', 'staff', 'STAFF.ACCESS'],
  ['staff with SUPPORT.ACCESS', 'staff', 'SUPPORT.ACCESS'],
  ['support without SUPPORT.ACCESS', 'support', 'PROJECT.UPDATE'],
  ['support with SUPPORT.ACCESS', 'support', 'SUPPORT.ACCESS'],
] as const

/** One status of the table at the start of `flags`. */
export interface ReplayedStatus {
  request: string
  column: string
  recorded: unknown
  ours: number
}

/** Replays `flags`, and the columns of its table for sign-ins, which use the tokens' requests. */
export async function replayFlags(): Promise<{ responses: Replayed[]; statuses: ReplayedStatus[] }> {
  const situation = await openSituation(Date.UTC(2026, 10, 29, 11, 38, 45))
  const send = replayer(situation)
  const table = (oracleExchanges()['flags']?.exchanges ?? []).flatMap((row) => row.table ?? [])
  const exchanges = exchangesOf('flags')
  for (const [title, username, scope] of flagTokens) {
    const secret = exchanges.find((one) => one.title.startsWith(title))?.request.headers?.['Authorization']?.slice(7)
    if (secret === undefined) throw new Error(`no token of ${title}`)
    await situation.mint(username, { name: title, scopes: [scope], expires_at: '2026-12-02T11:38:49Z', secret })
  }
  const signedIn = (username: string, exchange: OracleExchange) => {
    const headers = { Authorization: keyOf(username) }
    return send({ ...exchange, request: { ...exchange.request, headers } })
  }
  // Left by the previous recording.
  const made = exchangesOf('selfservice').find(({ title }) => title.endsWith('POST /api/customers/'))
  if (made) await signedIn('staff', made)
  const responses: Replayed[] = []
  const statuses: ReplayedStatus[] = []
  for (const exchange of exchanges) {
    responses.push({ exchange, ...(await send(exchange)) })
    const { method, path } = exchange.request
    const request = `${method} ${path.replace(/\?.*/, '').replace(/[0-9a-f]{32}/, '{uuid}')}`
    const row = table.find((one) => one['request'] === request)
    // After the last of the five exchanges with this request: the same by sign-in.
    if (!exchange.title.startsWith('support with SUPPORT')) continue
    for (const username of ['staff', 'support']) {
      const { ours } = await signedIn(username, exchange)
      const column = `${username} signed in`
      statuses.push({ request, column, recorded: row?.[column], ours: ours.status })
    }
  }
  return { responses, statuses }
}
