import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App, Core } from './core.ts'
import { addPermissionCheck, ask, send } from './oracle/asked.ts'
import type { OracleAction, OracleToken, OracleWorld } from './oracle/oracle.ts'
import { oracleAccess } from './oracle/oracle.ts'
import { classOf, mustBeServed, requestOf } from './oracle/requests.ts'
import { add, print } from './oracle/tally.ts'
import type { BuiltWorld } from './oracle/world.ts'
import { build, openEmpty } from './oracle/world.ts'
import { isSource } from './sources.ts'
import { tokensPath } from './testClient.ts'
import { hyphenated } from './wire.ts'

// Compares the sandbox with the responses of Waldur's own code: every recorded world is rebuilt in the database, and
// every question asked again.

const { actions, worlds } = oracleAccess()
const actionOf = new Map(actions.map((action) => [action.id, action]))

/** How many responses were compared, and how many were left out, by name. */
const compared = new Map<string, number>()
const leftOut = new Map<string, number>()

let core: Core
let app: App

beforeAll(async () => {
  const opened = await openEmpty()
  core = opened.core
  app = opened.app
  addPermissionCheck(app, core)
})

afterAll(() => {
  core.close()
  print(`Responses of Waldur in ${worlds.length} worlds that the sandbox was compared with`, compared)
  print('Left out', leftOut)
})

/** A plan has no row of its own: it is checked as its offering. */
function sourcesOf({ sources, target }: OracleAction): string[] {
  const asked = sources ?? ['*']
  return target === 'plan' ? asked.map((source) => source.replace(/^offering\.?/, '') || '*') : asked
}

/** The user and the token, each with the column of their decisions in a cell. */
const callersOf = (built: BuiltWorld, { id, user }: OracleToken) =>
  [
    { who: `${id}, signed in`, authorization: built.signIn(user), column: 3 },
    { who: id, authorization: built.token(id), column: 4 },
  ] as const

async function compareChecks(world: OracleWorld, built: BuiltWorld): Promise<string[]> {
  const wrong: string[] = []
  for (const token of world.tokens) {
    const cells = world.checks.filter(([id, action]) => {
      if (id !== token.id) return false
      const known = actionOf.get(action)
      const isKnown = known !== undefined && sourcesOf(known).every(isSource)
      if (!isKnown) add(leftOut, `check ${action}`, 2)
      return isKnown
    })
    const all = cells.flatMap(([, id, object]) => {
      const action = actionOf.get(id)
      return action ? { permission: action.permission, sources: sourcesOf(action), object: built.uuid(object) } : []
    })
    for (const { who, authorization, column } of callersOf(built, token)) {
      const responses = await ask(app, authorization, all)
      cells.forEach((cell, index) => {
        const [, action, object] = cell
        add(compared, 'checks', 1)
        // Null: no source exists, so nothing is permitted.
        if (responses[index] !== (cell[column] ?? false)) wrong.push(`${who}/${action}/${object}: ${responses[index]}`)
      })
    }
  }
  return wrong
}

async function compareRequests(world: OracleWorld, built: BuiltWorld): Promise<string[]> {
  const wrong: string[] = []
  const tokens = new Map(world.tokens.map((token) => [token.id, token]))
  // Sent once for each credential: the records repeat a user's decisions for each of the user's tokens.
  const statuses = new Map<string, number>()
  for (const cell of world.requests) {
    const [id, name, object] = cell
    const token = tokens.get(id)
    const sent = requestOf(name, object === null ? '' : built.uuid(object), built)
    if (mustBeServed(name) && !sent) wrong.push(`${name} is not served`)
    else if (!token || !sent) add(leftOut, name, 2)
    else {
      for (const { who, authorization, column } of callersOf(built, token)) {
        const key = `${authorization} ${name} ${object}`
        const status = statuses.get(key) ?? (await send(app, authorization, sent.method, sent.path, sent.body)).status
        if (!statuses.has(key) && sent.method !== 'GET' && status < 300) await built.restore()
        statuses.set(key, status)
        add(compared, name, 1)
        if (classOf(name, status) !== classOf(name, cell[column])) {
          wrong.push(`${who}/${name}/${object}: ${status} instead of ${cell[column]}`)
        }
      }
    }
  }
  return wrong
}

async function compareCreation(world: OracleWorld, built: BuiltWorld): Promise<string[]> {
  const wrong: string[] = []
  for (const { id, user, scopes, bindings, create } of world.tokens) {
    if (create === null) continue
    const allowed_scopes = bindings.map(({ type, entity }) => ({ type, uuid: built.uuid(entity ?? 'deleted') }))
    const expires_at = new Date(core.clock.now() + 86_400_000).toISOString()
    const body = { name: id, scopes, allowed_scopes, expires_at }
    const response = await send(app, built.signIn(user), 'POST', tokensPath, body)
    add(compared, 'creations', 1)
    const words = JSON.stringify(create.body ?? null).replaceAll(
      / on (\w+) (\w+)\./g,
      (_, type: string, entity: string) => ` on ${type} ${hyphenated(built.uuid(entity))}.`,
    )
    const said = create.status < 300 ? 'null' : JSON.stringify(await response.json())
    if (response.status !== create.status || said !== words)
      wrong.push(`${id}: ${response.status} ${said}, not ${words}`)
  }
  return wrong
}

describe.each(worlds)('world $id', { timeout: 120_000 }, (world) => {
  let built: BuiltWorld
  beforeAll(async () => {
    built = await build(core, world)
  })

  test('permits what Waldur permits', async () => expect(await compareChecks(world, built)).toEqual([]))
  test('responds to requests as Waldur does', async () => expect(await compareRequests(world, built)).toEqual([]))
  test('creates the tokens that Waldur creates', async () => expect(await compareCreation(world, built)).toEqual([]))
})
