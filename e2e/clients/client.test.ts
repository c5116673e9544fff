import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { people } from '../../sandbox/people.ts'
import { latestRelease, releases } from '../../sandbox/releases.ts'
import { start } from '../../sandbox/testClient.ts'
import { clients } from './versions.json'

// Waldur's own Python client can read everything that the page reads, and do everything that it does, on its release.

const INVALID = '401 {"detail":"Invalid token."}'

/** Requests that must fail, and do. */
const rejected = {
  'send a secret as “Token”': INVALID,
  'send a secret as “token”': INVALID,
  'send a secret as “”': '401 {"detail":"Authentication credentials were not provided."}',
  'create with it': '403 {"detail":"PAT management requires session or token authentication."}',
  'use the secret from before': INVALID,
  'use it from another network': INVALID,
  'sign in with a wrong password': '401 {"detail":"Invalid username/password."}',
}

/** Bugs of the clients: all declare that `last_used_at` is never null. If one gets fixed, the test fails. */
const neverUsed = "TypeError: object of type 'NoneType' has no len()"
const faults = { 'retrieve one that was never used': neverUsed, 'list one that was never used': neverUsed }

/** Before 8.1.3, the clients declare that a grant's `customer_uuid` is never null, but it is for a deleted entity. */
const noCustomer = {
  users_me_retrieve: 'TypeError: one of the hex, bytes, bytes_le, fields, or int arguments must be given',
}

const own = new Map<string, Record<string, string | undefined>>([
  [
    '8.0.9',
    {
      ...noCustomer,
      event_consumers_list: 'not in this client',
      'set networks': 'not in this client',
      'use it from another network': undefined,
      // This client declares that `termination_metadata` is never null.
      marketplace_resource_projects_list: "TypeError: 'NoneType' object is not iterable",
    },
  ],
  [
    '8.1.2',
    {
      ...noCustomer,
      // This client declares that `object_types` is an object, although the description calls it a list.
      event_consumers_list: 'ValueError: dictionary update sequence element #0 has length 8; 2 is required',
    },
  ],
  // The sandbox already has the global roles of 8.1.4.
  ['8.1.3', { roles_list: "ValueError: 'global' is not a valid RoleType" }],
])

const canSignIn = people.filter(({ isActive = true }) => isActive).map(({ username }) => username)

async function responsesOf(version: string): Promise<Record<string, string>> {
  const generation = releases.find((release) => release === version) ?? latestRelease
  const { origin } = await start({ generation, now: Date.now() })
  const child = spawn(`.clients/${version}/bin/python`, ['e2e/clients/client.py'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ origin, people: canSignIn, manager: 'manager' }))
  return JSON.parse(await text(child.stdout))
}

test.each(clients)('client %s reads what the page reads and does what it does', async (version) => {
  const responses = Object.entries(await responsesOf(version))
  expect(responses.length).toBeGreaterThan(canSignIn.length * 20)
  // Without the username.
  const odd = responses
    .filter(([, response]) => response !== 'ok')
    .map(([check, response]) => [check.replace(/^\w+: /, ''), response])
  expect(Object.fromEntries(odd)).toEqual({ ...rejected, ...faults, ...own.get(version) })
})
