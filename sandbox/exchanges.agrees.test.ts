import { afterAll, beforeAll, expect, test } from 'vitest'
import { User } from '../src/auth/user.ts'
import { ENTITY_TYPES, entityKind } from '../src/entities/types.ts'
import { AvailableScope, BindingTarget } from '../src/tokens/abilities.ts'
import { Role } from '../src/tokens/access/holder.ts'
import { TokenEvent } from '../src/tokens/detail/events.ts'
import { IssuedRow, TokenRow } from '../src/tokens/schema.ts'
import { allowancesOf, idleAllowances } from './oracle/allowances.ts'
import { differences } from './oracle/differences.ts'
import { oracleExchanges } from './oracle/oracle.ts'
import type { Replayed, ReplayedStatus } from './oracle/recording.ts'
import { replayAll, replayFlags } from './oracle/recording.ts'

// The sandbox gets the requests that Waldur's own code got, in the same situation, and must respond in the same way:
// status, texts and values, no key that Waldur lacks, and every key that the page reads. oracle/allowances.ts lists the
// keys that may differ.

const each = (names: string, title: (name: string) => string) => names.split(' ').map(title)

/** By file: the titles that are compared. `*` matches anything. */
const compared: Record<string, string[]> = {
  signin: ['success', 'wrong password', 'missing', 'blank'],
  me: ["the page's fields, *", 'whole, *', 'no credential'],
  configuration: ['configuration', 'roles, *', 'identity providers'],
  helpers: [
    ...each('owner manager member provider norole noflag support other', (name) => `available_*, ${name}`),
    ...['HEAD available_scopes', 'paging is ignored'],
  ],
  entities: [
    ...each('customers projects proposal-proposals', (name) => `/api/${name}/ as *`),
    ...each(
      'resources public-offerings provider-offerings service-providers',
      (name) => `/api/marketplace-${name}/ as *`,
    ),
    ...each(
      'call-managing-organisations proposal-public-calls proposal-protected-calls',
      (name) => `/api/${name}/ as *`,
    ),
    ...['without a page of that number', 'page_size over the limit', 'an entity, detail', 'an entity out of sight'],
  ],
  tokens: [
    ...['OPTIONS', 'empty list', 'create, *', 'list', 'HEAD', 'detail', 'detail by a spelling with hyphens'],
    ...['set networks', 'rotate', 'rotate again: *', 'revoke', 'revoke twice', 'rotate a revoked one'],
    ...['networks of a revoked one', 'PATCH', 'PUT', "somebody else's", "revoke somebody else's, as staff"],
    ...['unknown', 'not a uuid', 'same name twice', 'list without the flag'],
  ],
  refusals: [
    ...['empty', 'a list', 'broken JSON', 'not JSON', '*_name', 'name_a_*', 'scopes_*', 'no_scopes', 'unknown_scope'],
    ...['scope_null', 'scope_object', 'staff_scope', 'support_scope', 'past', 'now', 'too_far', 'exactly_365'],
    ...['date_only', 'nonsense_date', 'expires_null', 'no_offset', 'binding*', 'two_wrong_bindings'],
    ...['scope_not_held_*', 'one_of_two_held_bound', 'bound_to_*', 'duplicate_scopes', 'network_bad'],
    ...['network_host_bits', 'network_all', 'network_null', 'network_number', 'network_string', 'braces'],
    ...['unknown_field', 'no flag', 'no role, *', 'staff with STAFF.ACCESS and a binding', 'staff, *'],
    ...['support asks for STAFF.ACCESS', 'support, SUPPORT.ACCESS', 'support with a binding it holds no role on'],
    ...['too many', 'networks: missing', 'networks: null'],
  ],
  use: [
    ...['works', 'scheme *', 'no scheme', 'two words', 'no value', 'unknown', 'expired by its text', 'revoked'],
    ...['rotated away', 'from *', 'a JWT that is none', 'sign-in key as Bearer', 'outside its organization'],
    ...['PATCH a project of it', 'a scope it lacks', 'manages tokens: *', 'users/me', 'users/me whole: *'],
    ...['switched off', 'create while switched off', 'the flag was taken away', '*, flag taken away', 'for expiry'],
    ...['expired just now', 'expired, *'],
  ],
  selfservice: [
    ...['the token', 'GET /api/users/*', 'PATCH /api/users/*', 'POST /api/users/*', '* /api/keys/'],
    ...each('customers projects marketplace-orders invoices', (name) => `GET /api/${name}/?*`),
    ...each('marketplace-public-offerings roles user-permissions events', (name) => `GET /api/${name}/?*`),
    ...['POST /api/hooks-web/', 'POST /api-auth/logout/', 'GET /api/auth-tokens/', 'is the sign-in of the user *'],
    'staff token without STAFF.ACCESS',
    ...each('customers users projects override-settings', (name) => `staff token, *: * /api/${name}/*`),
    ...each('roles support-users database-stats auth-tokens', (name) => `staff token, *: * /api/${name}/*`),
    'impersonation*',
  ],
  cors: ['GET with an Origin'],
  events: [
    ...['owner, pat_uuid only', 'owner, scope and pat_uuid', 'owner, scope and event types', 'staff, pat_uuid'],
    ...['support, pat_uuid', "norole asks for somebody else's scope", 'pat_uuid that is none'],
  ],
  flags: [
    ...each('override-settings auth-tokens database-stats notification-messages', (name) => `*: * /api/${name}/*`),
    ...each('broadcast-messages roles customers organization-groups users', (name) => `*: * /api/${name}/*`),
    ...each('projects support-users support-issues invoices marketplace-stats', (name) => `*: * /api/${name}/*`),
  ],
}

const twoMore = 'the recorded enumeration still has two permissions of 2024'
const otherEvents = 'among it are events of signing in, which the sandbox does not write'
const ofEvents = 'what else was audited differs; the events of tokens are compared in events'

/** By file: the titles that are left out, each with the reason. */
const leftOut: Record<string, Record<string, string>> = {
  configuration: { 'permission words': 'rebuilt in small for the recording, with the words of 2024' },
  helpers: { 'available_*, staff': twoMore, 'available_*, both': twoMore },
  entities: {
    '/api/marketplace-resource-projects/ as *': 'the recorded tree has no such endpoint, Waldur of 2026 has',
  },
  refusals: {
    network_blank: 'the field was made for the recording; the words here are those of Waldur’s own tests',
    'networks: too many': 'the words were made for the recording',
  },
  selfservice: {
    'GET /api/projects/*/list_users/*': 'the sandbox has no such list',
    'POST /api/marketplace-orders/': 'nothing is ordered here',
    'staff token, *: GET /api/events/*': ofEvents,
  },
  events: {
    'owner, own scope': otherEvents,
    "staff, somebody's scope": otherEvents,
    'scope of another host': otherEvents,
    auth_method: 'among it are changes of people, which leave no event here',
  },
  cors: { preflight: 'the sandbox responds as a proxy in front of Waldur does' },
  flags: {
    'table of statuses': 'what it has by token stands in the other rows; what it has by sign-in is compared on its own',
    '*: POST /api/marketplace-categories/': 'leans on permission classes of 2024, and the sandbox has no categories',
    '*: GET /api/events/*': ofEvents,
  },
}

/** Files without exchanges. */
const elsewhere: Record<string, string> = {
  levels: 'steps, which levels.oracle.test.ts takes',
  older_checks: 'requests of 2024 about things that the sandbox does not have',
}

const escaped = (pattern: string) => pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '.*')
const matches = (patterns: string[], title: string) =>
  patterns.filter((pattern) => new RegExp(`^${escaped(pattern)}$`).test(title))

const titles = Object.entries(oracleExchanges()).flatMap(([file, { exchanges = [] }]) =>
  exchanges.map(({ title }) => ({
    file,
    title,
    compared: matches(compared[file] ?? [], title),
    leftOut: matches(Object.keys(leftOut[file] ?? {}), title),
  })),
)
const isCompared = (file: string, title: string) => matches(compared[file] ?? [], title).length > 0

const entityColumns = ENTITY_TYPES.flatMap((type) => {
  const { endpoints, name, path, above } = entityKind(type)
  return endpoints.map((list): [string, string[]] => [list, ['uuid', name, ...path, ...above, 'state', 'is_removed']])
})
const grantKeys = ['role_name', 'role_uuid', 'scope_type', 'scope_uuid', 'scope_name', 'expiration_time']
const contextKeys = [
  'pat_uuid',
  'pat_name',
  'source_ip',
  'ip_address',
  'reason',
  'old_allowed_networks',
  'new_allowed_networks',
]
const tokenKeys = [...Object.keys(TokenRow.shape), ...Object.keys(IssuedRow.shape), 'type', 'actions', 'POST']

/** The keys that the page reads from responses whose path starts with `path`. */
const read: [path: string, keys: string[]][] = [
  [
    '/api/personal-access-tokens/available_',
    [AvailableScope, BindingTarget].flatMap(({ shape }) => Object.keys(shape)),
  ],
  ['/api/personal-access-tokens/', tokenKeys],
  ['/api/users/me/', [...Object.keys(User.shape), ...grantKeys, 'token']],
  ['/api/roles/', Object.keys(Role.shape)],
  ['/api/events/', [...Object.keys(TokenEvent.shape), ...contextKeys]],
  ['/api/configuration/', ['WALDUR_CORE', 'PAT_ENABLED', 'SITE_NAME', 'AUTHENTICATION_METHODS']],
  ...entityColumns,
]

/** The headers that clients depend on. */
const headers = ['x-result-count', 'link', 'location', 'www-authenticate']

function differencesOf({ exchange: { request }, recorded, ours }: Replayed): string[] {
  const keys = read.find(([path]) => request.path.startsWith(path))?.[1] ?? []
  const of = (response: Replayed['ours']) => ({
    status: response.status,
    headers: Object.fromEntries(headers.map((name) => [name, response.headers[name] ?? null])),
    body: response.body,
  })
  return differences(of(recorded), of(ours), { ...allowancesOf(request.path), isRead: (key) => keys.includes(key) })
}

let replayed: Map<string, Replayed[]>
let statuses: ReplayedStatus[]

beforeAll(async () => {
  const flags = await replayFlags()
  replayed = (await replayAll()).set('flags', flags.responses)
  statuses = flags.statuses
}, 120_000)

afterAll(() => {
  const told = (of: typeof titles) => `${of.filter((one) => one.compared.length > 0).length} of ${of.length}`
  const files = Object.keys(compared).map((file) => `${file} ${told(titles.filter((one) => one.file === file))}`)
  process.stdout.write(
    `Recorded responses of Waldur compared: ${told(titles)} (${files.join(', ')}); the rest left out\n`,
  )
})

test('every recorded title is in exactly one of the two lists, and the lists have no others', () => {
  expect(Object.keys(oracleExchanges()).sort()).toEqual([...Object.keys(compared), ...Object.keys(elsewhere)].sort())
  expect(titles.filter((one) => one.compared.length + one.leftOut.length !== 1)).toEqual([])
  const listed = [
    ...Object.entries(compared),
    ...Object.entries(leftOut).map(([file, list]) => [file, Object.keys(list)] as const),
  ]
  const idle = listed.flatMap(([file, patterns]) =>
    patterns.filter((pattern) =>
      titles.every((one) => one.file !== file || matches([pattern], one.title).length === 0),
    ),
  )
  expect(idle).toEqual([])
})

test.each(Object.keys(compared))('%s: the sandbox responds as Waldur did', (file) => {
  const responses = (replayed.get(file) ?? []).filter(({ exchange }) => isCompared(file, exchange.title))
  expect(responses).toHaveLength(titles.filter((one) => one.file === file && one.compared.length > 0).length)
  const different = responses.map((response) => [response.exchange.title, differencesOf(response)] as const)
  expect(Object.fromEntries(different.filter(([, found]) => found.length > 0))).toEqual({})
})

test('flags: sign-ins get the same status as in Waldur', () => {
  const asked = statuses.filter(({ request }) => isCompared('flags', `somebody: ${request}`))
  expect(asked.filter(({ recorded, ours }) => recorded !== ours)).toEqual([])
  expect(asked.length).toBeGreaterThan(30)
})

test('every allowance is needed', () => {
  expect(idleAllowances()).toEqual([])
})
