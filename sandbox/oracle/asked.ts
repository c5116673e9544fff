import type { App, Core } from '../core.ts'
import { entities } from '../database.ts'
import { mayDo } from '../permissionCheck.ts'
import { readObject, respond } from '../route.ts'

/** A permission to check on an object, given by its uuid. */
interface Asked {
  permission: string
  sources: string[]
  object: string
}

const path = '/asked/'

/** Adds a route that calls the permission check which the routes use. Call this before the first request. */
export function addPermissionCheck(app: App, core: Core): void {
  respond(app, core, path, {
    post: async (c, caller) => {
      const { all } = (await readObject(c)) as { all: Asked[] }
      const rows = new Map((await core.db.select().from(entities)).map((row) => [row.uuid, row]))
      const answers: boolean[] = []
      for (const { permission, sources, object } of all) {
        const row = rows.get(object)
        if (!row) throw new Error(`no object ${object}`)
        answers.push(await mayDo(core, caller, permission, row, sources))
      }
      return c.json(answers)
    },
  })
}

/** Sends a request without a socket. */
export async function send(app: App, authorization: string, method: string, at: string, body?: unknown) {
  return await app.request(at, {
    method,
    headers: { Authorization: authorization, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

/** The answers of the permission check, in the order of the questions. */
export async function ask(app: App, authorization: string, all: Asked[]): Promise<boolean[]> {
  const answer = await send(app, authorization, 'POST', path, { all })
  return (await answer.json()) as boolean[]
}
