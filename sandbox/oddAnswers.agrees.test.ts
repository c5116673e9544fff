import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { requestPage } from '../src/api/client.ts'
import { startSession } from '../src/api/credential.ts'
import type { User } from '../src/auth/user.ts'
import { fetchUser } from '../src/auth/user.ts'
import type { Holder, Place } from '../src/tokens/rules/access.ts'
import { accessOf, isNever, isPlaced } from '../src/tokens/rules/access.ts'
import { holderOf, Role } from '../src/tokens/rules/holder.ts'
import { forecast } from '../src/tokens/rules/refusal.ts'
import { anyOddities, withOddities } from './oddAnswers.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import type { Sandbox } from './sandbox.ts'
import { openSandbox } from './sandbox.ts'

// Whatever is missing or odd in an answer: the page goes on, and claims nothing that it has not read.

let sandbox: Sandbox
/** What becomes of an answer on its way, while one law is tried. */
let spoil = (answer: unknown): unknown => answer

beforeAll(async () => {
  sandbox = await openSandbox()
  const answers = new Map<string, { body: unknown; init: ResponseInit }>()
  const answerTo = async (url: string, init: RequestInit) => {
    const key = `${new Headers(init.headers).get('Authorization')} ${url}`
    const known = answers.get(key)
    if (known) return known
    const response = await sandbox.app.request(url, init)
    const answer = { body: (await response.json()) as unknown, init: response }
    answers.set(key, answer)
    return answer
  }
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', new URL('http://waldur.test/'))
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (init.method !== 'GET') return await sandbox.app.request(url, init)
    const { body, init: head } = await answerTo(url, init)
    return new Response(JSON.stringify(spoil(body)), head)
  })
})

afterAll(async () => {
  vi.unstubAllGlobals()
  await sandbox.close()
})

/** Reads with oddities on the way, but for those in what is needed. */
async function reading<Read>(read: () => Promise<Read>, oddities: Parameters<typeof withOddities>[1], needed: RegExp) {
  spoil = (answer) => withOddities(answer, oddities, needed)
  try {
    return await read()
  } finally {
    spoil = (answer) => answer
  }
}

const readRoles = async () => (await requestPage('/api/roles/', Role, { page: 1 })).rows

async function signIn(username: string): Promise<{ user: User; roles: Role[] }> {
  startSession({ authorization: `Token ${await sandbox.signIn(username)}`, impersonated: null }, 'memory')
  return { user: await fetchUser({}), roles: await readRoles() }
}

/** Everywhere, and each place that a role is on or lies in. */
const placesOf = ({ roles }: Holder): (Place | null)[] => [
  null,
  ...roles.filter(isPlaced),
  ...roles.flatMap(({ above }) => above.map((uuid) => ({ type: 'customer', uuid, above: [], knowsAll: true }))),
]

test.each(people.filter(({ isActive = true }) => isActive).map(({ username }) => username))(
  'no odd answer keeps %s from signing in, nor makes the page deny what is theirs',
  async (username) => {
    const { user, roles } = await signIn(username)
    const holder = holderOf(user, roles)
    const known = placesOf(holder).map((place) => ({
      place,
      may: permissions.filter((permission) => !isNever(accessOf(permission, place, holder))),
      isAccepted: (may: string) => place === null || forecast([may], place, holder).kind !== 'refused',
    }))
    await fc.assert(
      fc.asyncProperty(anyOddities, anyOddities, async (oddUser, oddRoles) => {
        const read = await reading(() => fetchUser({}), oddUser, /^(uuid|is_staff|is_support)$/)
        expect(read.uuid).toBe(user.uuid)
        const less = holderOf(read, await reading(readRoles, oddRoles, /^$/))
        for (const { place, may, isAccepted } of known) {
          const denied = may.filter((permission) => isNever(accessOf(permission, place, less)))
          const refused = may.filter(
            (one) => place && isAccepted(one) && forecast([one], place, less).kind === 'refused',
          )
          expect({ place, denied, refused }).toEqual({ place, denied: [], refused: [] })
        }
      }),
      { numRuns: 200 },
    )
  },
  120_000,
)
