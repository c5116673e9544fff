import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App, Core } from './core.ts'
import { entityLists } from './entityLists.ts'
import { answerAsked, ask, send } from './oracle/asked.ts'
import type { OracleAction, OracleToken, OracleWorld } from './oracle/oracle.ts'
import { oracleAccess } from './oracle/oracle.ts'
import { classOf, mustBeServed, requestOf } from './oracle/requests.ts'
import type { BuiltWorld } from './oracle/world.ts'
import { build, openEmpty } from './oracle/world.ts'
import { isSource } from './sources.ts'
import { tokensPath } from './testClient.ts'
import { hyphenated } from './wire.ts'

// Compares the sandbox with the answers of Waldur's own code: every recorded world is rebuilt in the database, and
// every question asked again.

const { actions, worlds } = oracleAccess()
const actionOf = new Map(actions.map((action) => [action.id, action]))

/** How many answers were compared: by kind, and for requests by name; and how many were left out, by name. */
const counts = { checks: 0, lists: 0, details: 0, creations: 0 }
const requests = new Map<string, number>()
const leftOut = new Map<string, number>()

const add = (to: Map<string, number>, name: string, more: number) => to.set(name, (to.get(name) ?? 0) + more)

let core: Core
let app: App

beforeAll(async () => {
  const opened = await openEmpty()
  core = opened.core
  app = opened.app
  answerAsked(app, core)
})

afterAll(() => {
  core.close()
  const line = (title: string, of: Map<string, number>) => {
    const total = [...of.values()].reduce((sum, one) => sum + one, 0)
    const each = [...of].map(([name, number]) => `${name} ${number}`)
    return `${title} ${total}${total > 0 ? ` (${each.join(', ')})` : ''}`
  }
  const lines = [
    `Answers of Waldur in ${worlds.length} worlds that the sandbox was held against:`,
    ...Object.entries(counts).map(([sort, number]) => `${sort} ${number}`),
    line('requests', requests),
    line('left out', leftOut),
  ]
  process.stdout.write(`${lines.join('\n  ')}\n`)
})

/** A plan has no row of its own: it is checked as its offering. */
function sourcesOf({ sources, target }: OracleAction): string[] {
  const asked = sources ?? ['*']
  return target === 'plan' ? asked.map((source) => source.replace(/^offering\.?/, '') || '*') : asked
}

/** The user and the token, each with the column of their answers in a cell. */
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
      const answers = await ask(app, authorization, all)
      cells.forEach((cell, index) => {
        const [, action, object] = cell
        counts.checks += 1
        // Null: no source exists, so nothing is permitted.
        if (answers[index] !== (cell[column] ?? false)) wrong.push(`${who}/${action}/${object}: ${answers[index]}`)
      })
    }
  }
  return wrong
}

async function compareRequests(world: OracleWorld, built: BuiltWorld): Promise<string[]> {
  const wrong: string[] = []
  const tokens = new Map(world.tokens.map((token) => [token.id, token]))
  for (const cell of world.requests) {
    const [id, name, object] = cell
    const token = tokens.get(id)
    const sent = requestOf(name, object === null ? '' : built.uuid(object), built)
    if (mustBeServed(name) && !sent) wrong.push(`${name} is not served`)
    else if (!token || !sent) add(leftOut, name, 2)
    else {
      for (const { who, authorization, column } of callersOf(built, token)) {
        const { status } = await send(app, authorization, sent.method, sent.path, sent.body)
        if (sent.method !== 'GET' && status < 300) await built.restore()
        add(requests, name, 1)
        if (classOf(name, status) !== classOf(name, cell[column])) {
          wrong.push(`${who}/${name}/${object}: ${status} instead of ${cell[column]}`)
        }
      }
    }
  }
  return wrong
}

async function compareLists(world: OracleWorld, built: BuiltWorld): Promise<string[]> {
  const wrong: string[] = []
  const isUser = new Set(world.users.map(({ id }) => id))
  for (const [who, lists] of Object.entries(world.lists)) {
    const authorization = isUser.has(who) ? built.signIn(who) : built.token(who)
    for (const [path, expected] of Object.entries(lists)) {
      const list = entityLists.find((candidate) => candidate.path === path)
      if (!list) {
        add(leftOut, path, 1)
        continue
      }
      const rows = (await (await send(app, authorization, 'GET', `${path}?page_size=300&field=uuid`)).json()) as {
        uuid: string
      }[]
      const listed = new Set(rows.map(({ uuid }) => uuid))
      counts.lists += 1
      for (const { id } of world.entities.filter(({ type }) => type === list.type)) {
        const uuid = built.uuid(id)
        const { status } = await send(app, authorization, 'GET', `${path}${uuid}/`)
        counts.details += 1
        const isExpected = expected.includes(id)
        const shown = [listed.has(uuid), status === 200]
        if (shown.some((isShown) => isShown !== isExpected)) wrong.push(`${who} ${path} ${id}: ${shown}, ${status}`)
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
    const answer = await send(app, built.signIn(user), 'POST', tokensPath, body)
    counts.creations += 1
    const words = JSON.stringify(create.body ?? null).replaceAll(
      / on (\w+) (\w+)\./g,
      (_, type: string, entity: string) => ` on ${type} ${hyphenated(built.uuid(entity))}.`,
    )
    const said = create.status < 300 ? 'null' : JSON.stringify(await answer.json())
    if (answer.status !== create.status || said !== words) wrong.push(`${id}: ${answer.status} ${said}, not ${words}`)
  }
  return wrong
}

describe.each(worlds)('world $id', { timeout: 120_000 }, (world) => {
  let built: BuiltWorld
  beforeAll(async () => {
    built = await build(core, world)
  })

  test('permits what Waldur permits', async () => expect(await compareChecks(world, built)).toEqual([]))
  test('lists and shows what Waldur does', async () => expect(await compareLists(world, built)).toEqual([]))
  test('answers requests as Waldur does', async () => expect(await compareRequests(world, built)).toEqual([]))
  test('creates the tokens that Waldur creates', async () => expect(await compareCreation(world, built)).toEqual([]))
})
