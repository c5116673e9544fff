import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App, Core } from './core.ts'
import { entityLists } from './entityLists.ts'
import { send } from './oracle/asked.ts'
import type { OracleWorld } from './oracle/oracle.ts'
import { oracleAccess } from './oracle/oracle.ts'
import { add, print } from './oracle/tally.ts'
import type { BuiltWorld } from './oracle/world.ts'
import { build, openEmpty } from './oracle/world.ts'

// Compares what the sandbox lists and shows with the responses of Waldur's own code, as access.oracle.test.ts does with
// what it permits. Two files, so that two cores share the work.

const { worlds } = oracleAccess()

const compared = new Map<string, number>()
const leftOut = new Map<string, number>()

let core: Core
let app: App

beforeAll(async () => {
  const opened = await openEmpty()
  core = opened.core
  app = opened.app
})

afterAll(() => {
  core.close()
  print(`Lists and details of Waldur in ${worlds.length} worlds that the sandbox was compared with`, compared)
  print('Left out', leftOut)
})

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
      add(compared, 'lists', 1)
      for (const { id } of world.entities.filter(({ type }) => type === list.type)) {
        const uuid = built.uuid(id)
        const { status } = await send(app, authorization, 'GET', `${path}${uuid}/`)
        add(compared, 'details', 1)
        const isExpected = expected.includes(id)
        const shown = [listed.has(uuid), status === 200]
        if (shown.some((isShown) => isShown !== isExpected)) wrong.push(`${who} ${path} ${id}: ${shown}, ${status}`)
      }
    }
  }
  return wrong
}

test.each(worlds)('world $id: lists and shows what Waldur does', { timeout: 120_000 }, async (world) => {
  expect(await compareLists(world, await build(core, world))).toEqual([])
})
