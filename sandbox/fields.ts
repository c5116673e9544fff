import type { Request } from './core.ts'

/**
 * The object with only the keys that the `field` parameters name. Unknown names are ignored; if none is known, all keys
 * are returned (waldur-api.md 7.1).
 */
export function onlyFields(c: Request, whole: Record<string, unknown>): Record<string, unknown> {
  const asked = (c.req.queries('field') ?? []).filter((name) => Object.hasOwn(whole, name))
  return asked.length === 0 ? whole : Object.fromEntries(asked.map((name) => [name, whole[name]]))
}
