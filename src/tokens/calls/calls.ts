import type { EntityType } from '../../entities/types.ts'
import { isEntityType } from '../../entities/types.ts'
import type { Holder, Place } from '../access/access.ts'
import { accessOf, isNever } from '../access/access.ts'
import { askedOn } from '../access/asked.ts'
import { followsRole } from '../access/follows.ts'
import { isGlobal } from '../permissions/globals.ts'

/** calls.json: permission → "PATCH /api/projects/{uuid}/ project,customer", then remarks ([oracle]). */
export type CallTable = ReadonlyMap<string, readonly string[]>

/** A request that Waldur accepts because of a permission. */
export interface Call {
  method: string
  /** Below the origin: "/api/projects/{uuid}/" */
  path: string
  /** The types of object on which it checks the permission; one is enough. */
  on: readonly EntityType[]
  /** Found in the Waldur of 2024 and in no newer one. */
  isOld: boolean
  /** Checked only if the body has this field; null for always. */
  field: string | null
}

/** What a token may call because it has a permission. */
export type Opened =
  | { kind: 'calls'; calls: readonly Call[] }
  /** It has no calls of its own, because Waldur checks the role and never the token. */
  | { kind: 'follows' }
  /** Views that require staff or support rights, and no permission. */
  | { kind: 'views' }
  /** No call is known that requires it. */
  | { kind: 'unknown' }

/**
 * What a permission allows for a token in its places, with the holder's roles: only the calls that check it where it
 * works. Null if it certainly does nothing.
 * @param places null for a token that is not limited
 * @param holder null until known, when every call counts
 */
export function openedBy(
  permission: string,
  table: CallTable,
  places: readonly Place[] | null,
  holder: Holder | null,
): Opened | null {
  const isOpen = (asked = askedOn(permission)) =>
    holder === null || (places ?? [null]).some((place) => !isNever(accessOf(permission, place, holder, asked)))
  if (!isOpen()) return null
  if (isGlobal(permission)) return { kind: 'views' }
  if (followsRole(permission)) return { kind: 'follows' }
  const lines = table.get(permission) ?? []
  if (lines.length === 0) return { kind: 'unknown' }
  const calls = lines.map(callOf)
  const open = calls.filter(({ on }) => isOpen(askedOn(permission)?.filter((one) => on.includes(one.on)) ?? null))
  return { kind: 'calls', calls: open }
}

function callOf(line: string): Call {
  const [method = '', path = '', on = '', ...remarks] = line.split(' ')
  const field = remarks.find((remark) => remark !== OLD) ?? null
  return { method, path, on: on.split(',').filter(isEntityType), isOld: remarks.includes(OLD), field }
}

const OLD = '2024'
