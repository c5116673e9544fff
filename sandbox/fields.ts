import type { Request } from './core.ts'

/**
 * The object with only the keys the `field` parameters name. Unknown names are ignored; if none is known the whole
 * object is answered (waldur-api.md 7.1).
 */
export function onlyFields(c: Request, whole: Record<string, unknown>): Record<string, unknown> {
  const asked = (c.req.queries('field') ?? []).filter((name) => Object.hasOwn(whole, name))
  return asked.length === 0 ? whole : Object.fromEntries(asked.map((name) => [name, whole[name]]))
}
