import type { EntityType } from './bindings.ts'
import { entityTypes, isEntityType } from './bindings.ts'
import { canonicalNetwork } from './networks.ts'
import { permissionsOf } from './permissions.ts'
import { has } from './releases.ts'
import { invalid } from './reply.ts'
import { pythonType } from './route.ts'
import type { Settings } from './settings.ts'
import type { Micros } from './wire.ts'
import { microsPerSecond, parseInstant, parseUuid } from './wire.ts'

interface RequestedBinding {
  type: EntityType
  uuid: string
}

/** A create request that passed the field stage. */
export interface NewToken {
  name: string
  scopes: string[]
  bindings: RequestedBinding[]
  networks: string[]
  expiresAt: Micros
}

/** A parsed field, or the framework's error: a list of sentences, or one keyed by index (waldur-api.md 2.5). */
type Outcome<Value> = { value: Value } | { error: unknown }

const required = ['This field is required.']
const notNull = ['This field may not be null.']

function text(value: unknown, maximum = Number.POSITIVE_INFINITY): Outcome<string> {
  if (value === undefined) return { error: required }
  if (value === null) return { error: notNull }
  // The framework accepts a number as text.
  if (typeof value !== 'string' && typeof value !== 'number') return { error: ['Not a valid string.'] }
  const trimmed = String(value).trim()
  if (trimmed === '') return { error: ['This field may not be blank.'] }
  if (trimmed.includes('\0')) return { error: ['Null characters are not allowed.'] }
  // Python counts code points, not UTF-16 units.
  if ([...trimmed].length > maximum) {
    return { error: [`Ensure this field has no more than ${maximum} characters.`] }
  }
  return { value: trimmed }
}

const notAList = (value: unknown) => `Expected a list of items but got type "${pythonType(value)}".`

/** A list of texts. Its errors are an object keyed by the index of the invalid item. */
function textList(value: unknown, isBlankAllowed = false): Outcome<string[]> {
  if (value === undefined) return { error: required }
  if (value === null) return { error: notNull }
  if (!Array.isArray(value)) return { error: [notAList(value)] }
  const items = value.map((item) => (isBlankAllowed && item === '' ? { value: '' } : text(item)))
  const errors = items.flatMap((item, index) => ('error' in item ? [[index, item.error] as const] : []))
  if (errors.length > 0) return { error: Object.fromEntries(errors) }
  return { value: items.flatMap((item) => ('value' in item ? [item.value] : [])) }
}

/** Formats a list of texts as Python does; two of Waldur's messages contain one. */
function pythonList(texts: readonly string[]): string {
  const quoted = texts.map((item) => {
    const escaped = item.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t')
    return escaped.includes("'") && !escaped.includes('"') ? `"${escaped}"` : `'${escaped.replaceAll("'", "\\'")}'`
  })
  return `[${quoted.join(', ')}]`
}

function scopesField(
  value: unknown,
  user: { isStaff: boolean; isSupport: boolean },
  { generation }: Settings,
): Outcome<string[]> {
  const list = textList(value)
  if ('error' in list) return list
  const scopes = list.value
  if (scopes.length === 0) return { error: ['At least one scope is required.'] }
  const known = new Set<string>(permissionsOf(generation))
  const unknown = scopes.filter((scope) => !known.has(scope))
  if (unknown.length > 0) return { error: [`Invalid scope(s): ${pythonList(unknown)}`] }
  if (scopes.includes('STAFF.ACCESS') && !user.isStaff) {
    return { error: ['Only staff users can request the STAFF.ACCESS scope.'] }
  }
  if (scopes.includes('SUPPORT.ACCESS') && !user.isStaff && !user.isSupport) {
    return { error: ['Only staff or support users can request the SUPPORT.ACCESS scope.'] }
  }
  return { value: scopes }
}

function bindingItem(item: unknown): Outcome<RequestedBinding> {
  if (item === null) return { error: notNull }
  if (typeof item !== 'object' || Array.isArray(item)) {
    return { error: { non_field_errors: [`Invalid data. Expected a dictionary, but got ${pythonType(item)}.`] } }
  }
  const { type, uuid }: { type?: unknown; uuid?: unknown } = item
  const kind = text(type)
  const digits = typeof uuid === 'string' ? parseUuid(uuid) : null
  const errors: Record<string, unknown> = {}
  if ('error' in kind) errors['type'] = kind.error
  else if (!isEntityType(kind.value)) {
    errors['type'] = [`Unknown scope type '${kind.value}'. Expected one of: ${pythonList(entityTypes.toSorted())}.`]
  }
  if (uuid === undefined) errors['uuid'] = required
  else if (uuid === null) errors['uuid'] = notNull
  else if (digits === null) errors['uuid'] = ['Must be a valid UUID.']
  const isGood = 'value' in kind && isEntityType(kind.value) && digits !== null
  return isGood ? { value: { type: kind.value as EntityType, uuid: digits } } : { error: errors }
}

function bindingsField(value: unknown): Outcome<RequestedBinding[]> {
  if (value === undefined) return { value: [] }
  if (value === null) return { error: notNull }
  if (!Array.isArray(value)) return { error: { non_field_errors: [notAList(value)] } }
  const items = value.map(bindingItem)
  if (items.some((item) => 'error' in item)) {
    return { error: items.map((item) => ('error' in item ? item.error : {})) }
  }
  return { value: items.flatMap((item) => ('value' in item ? [item.value] : [])) }
}

/** The canonical networks without duplicates, or the first error (waldur-api.md 3). */
export function networksField(value: unknown, settings: Settings): Outcome<string[]> {
  const list = textList(value, true)
  if ('error' in list) return list
  const networks = new Set<string>()
  for (const entry of list.value) {
    const result = canonicalNetwork(entry)
    if ('rejection' in result) return { error: [result.rejection] }
    networks.add(result.network)
  }
  const maximum = settings.PAT_MAX_ACL_ENTRIES
  if (networks.size > maximum) return { error: [`A token can have at most ${maximum} network ACL entries.`] }
  return { value: [...networks] }
}

const instantFormat =
  'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'

function expiryField(value: unknown, now: Micros, lifetimeDays: number): Outcome<Micros> {
  if (value === undefined) return { error: required }
  if (value === null) return { error: notNull }
  const expiresAt = typeof value === 'string' ? parseInstant(value) : null
  if (expiresAt === null) return { error: [instantFormat] }
  if (expiresAt <= now) return { error: ['Expiration must be in the future.'] }
  if (expiresAt > now + lifetimeDays * 86_400 * microsPerSecond) {
    return { error: [`Expiration cannot exceed ${lifetimeDays} days from now.`] }
  }
  return { value: expiresAt }
}

/**
 * The field stage of create: validates every field and reports all errors together (waldur-api.md 2.4, 2.5). Unknown
 * fields are ignored, and so are `allowed_scopes` and `allowed_networks` in releases without them.
 * @throws ErrorResponse 400 keyed by field
 */
export function readNewToken(
  body: Record<string, unknown>,
  user: { isStaff: boolean; isSupport: boolean },
  settings: Settings,
  now: Micros,
): NewToken {
  const name = text(body['name'], 150)
  const scopes = scopesField(body['scopes'], user, settings)
  const bindings = bindingsField(has(settings.generation, 'bindings') ? body['allowed_scopes'] : undefined)
  const hasNetworks = has(settings.generation, 'networks') && body['allowed_networks'] !== undefined
  const networks: Outcome<string[]> = hasNetworks ? networksField(body['allowed_networks'], settings) : { value: [] }
  const expiresAt = expiryField(body['expires_at'], now, settings.PAT_MAX_LIFETIME_DAYS)
  const fields = { name, scopes, allowed_scopes: bindings, allowed_networks: networks, expires_at: expiresAt }
  const errors = Object.entries(fields).flatMap(([key, field]) => ('error' in field ? [[key, field.error]] : []))
  if ('error' in name || 'error' in scopes || 'error' in bindings || 'error' in networks || 'error' in expiresAt) {
    throw invalid(Object.fromEntries(errors))
  }
  return {
    name: name.value,
    scopes: scopes.value,
    bindings: bindings.value,
    networks: networks.value,
    expiresAt: expiresAt.value,
  }
}
