import { expect, onTestFinished, test } from 'vitest'
import { User } from '../src/auth/user.ts'
import { ENTITY_TYPES, entityKind } from '../src/entities/types.ts'
import type { Holder } from '../src/tokens/access/access.ts'
import { holderOf, Role } from '../src/tokens/access/holder.ts'
import { exampleCall, examplePlace, pathOf } from '../src/tokens/usage/exampleCall.ts'
import { oracleAccess } from './oracle/oracle.ts'
import { build, openEmpty } from './oracle/world.ts'
import { people } from './people.ts'
import { permissions } from './permissions.ts'
import { start } from './testClient.ts'

// The example call that the page shows for a token is one that Waldur permits with this token.

/** A thousand requests and three dozen worlds take long on a slow machine. */
const SLOW_MS = 120_000

/** Sends a GET with some credential. */
type Ask = (path: string) => Promise<{ status: number; json: unknown }>

interface Place {
  type: string
  uuid: string
}

interface Token {
  scopes: string[]
  allowed_scopes: { type: string; uuid: string | null; name: string }[]
}

async function holderAs(ask: Ask): Promise<Holder> {
  const user = User.parse((await ask('/api/users/me/')).json)
  const { json } = await ask('/api/roles/?page_size=300')
  return holderOf(
    user,
    (json as unknown[]).map((role) => Role.parse(role)),
  )
}

/** The list that shows the place to the caller, as the page finds it. */
async function listOf(ask: Ask, place: ReturnType<typeof examplePlace>): Promise<string | undefined> {
  if (place === undefined) return undefined
  for (const list of entityKind(place.type).endpoints) {
    if ((await ask(`${list}${place.uuid}/`)).status === 200) return list
  }
  return undefined
}

/** Makes a token's example call. @returns a description of it */
async function makeExample(token: Token, holder: Holder, askAsOwner: Ask, askByToken: Ask): Promise<string> {
  const call = exampleCall(token, holder, await listOf(askAsOwner, examplePlace(token, holder)))
  const { status, json } = await askByToken(pathOf(call))
  expect({ token, path: call.path, status }).toEqual({ token, path: call.path, status: 200 })
  for (const row of call.returns === 'rows' ? (json as object[]) : [json as object]) {
    if (call.fields.length > 0) expect(Object.keys(row).toSorted()).toEqual(call.fields.toSorted())
    expect(row).toHaveProperty(call.name)
  }
  return call.path.replace(/[0-9a-f]{32}/, '{uuid}')
}

const tally = (paths: readonly string[]): string =>
  [...new Set(paths)].map((path) => `${path} ${paths.filter((one) => one === path).length}`).join(', ')

/** The same pseudo-random numbers between 0 and 1 in each run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}

test('the example calls of random tokens of the seeded users all work', { timeout: SLOW_MS }, async ({ annotate }) => {
  const { as, sandbox, signedIn } = await start()
  const staff = await signedIn('staff')
  const everything: Place[] = []
  for (const type of ENTITY_TYPES) {
    for (const list of entityKind(type).endpoints) {
      const { json } = await staff('GET', `${list}?page_size=300`)
      everything.push(...(json as Place[]).map(({ uuid }) => ({ type, uuid })))
    }
  }
  const paths: string[] = []
  const random = numbers(7)
  const pick = <Item>(items: readonly Item[]): Item[] => items.slice(Math.floor(random() * items.length)).slice(0, 1)
  for (const { username } of people.filter(({ isActive = true, canUsePats = true }) => isActive && canUsePats)) {
    const owner = await signedIn(username)
    const askAsOwner: Ask = (path) => owner('GET', path)
    const holder = await holderAs(askAsOwner)
    for (let round = 0; round < 20; round += 1) {
      const scopes = [...pick(permissions), ...pick(permissions), ...(round % 4 === 0 ? ['CUSTOMER.LIST_USERS'] : [])]
      const places = round % 3 === 0 ? [] : [...pick(everything), ...pick(everything)]
      const { token } = await sandbox.createToken(username, { scopes, allowed_scopes: places })
      const stored = { scopes, allowed_scopes: places.map((place) => ({ ...place, name: '' })) }
      paths.push(await makeExample(stored, holder, askAsOwner, (path) => as(`Bearer ${token}`)('GET', path)))
    }
  }
  expect(new Set(paths).size).toBeGreaterThan(10)
  void annotate(tally(paths))
})

test('the example calls of the recorded tokens all work', { timeout: SLOW_MS }, async ({ annotate }) => {
  const { core, app } = await openEmpty()
  onTestFinished(() => core.close())
  const paths: string[] = []
  for (const world of oracleAccess().worlds) {
    const { uuid, signIn, token: bearer } = await build(core, world)
    const ask =
      (authorization: string): Ask =>
      async (path) => {
        const response = await app.request(path, { headers: { Authorization: authorization } })
        return { status: response.status, json: await response.json() }
      }
    const holders = new Map<string, Holder>()
    for (const { id, user, scopes, bindings } of world.tokens) {
      const askAsOwner = ask(signIn(user))
      const holder = holders.get(user) ?? (await holderAs(askAsOwner))
      holders.set(user, holder)
      const places = bindings.map(({ type, entity }) => ({ type, uuid: entity && uuid(entity), name: '' }))
      paths.push(await makeExample({ scopes, allowed_scopes: places }, holder, askAsOwner, ask(bearer(id))))
    }
  }
  expect(paths.length).toBeGreaterThan(0)
  void annotate(tally(paths))
})
