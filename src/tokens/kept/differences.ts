import { instantMs } from '../../api/wire.ts'
import { isSameList, isWithinAny } from '../networks/networks.ts'
import type { Binding, IssuedToken, NewToken, Token } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'

type Place = Pick<Binding, 'type' | 'uuid'>

/** What was requested for a token, or what the token to rotate or to change has. */
export type Asked = Pick<NewToken | Token, 'name' | 'scopes' | 'allowed_scopes' | 'allowed_networks' | 'expires_at'>

/**
 * What Waldur reports back. Null stands for what the response does not contain, and an empty name as well; but a token
 * whose `expires_at` is null does not expire.
 */
export type Kept = Pick<IssuedToken, 'name' | 'scopes' | 'allowed_scopes' | 'allowed_networks' | 'expires_at'>

/** One thing that a token has otherwise than requested. `isWider`: it may do more, or for longer. */
export type Difference = { isWider: boolean } & (
  | { kind: 'name'; kept: string }
  | { kind: 'permissions missing' | 'permissions added'; scopes: string[] }
  | { kind: 'works everywhere' | 'places missing' }
  /** `isAll`: it was to work everywhere. */
  | { kind: 'places added'; places: Binding[]; isAll: boolean }
  | { kind: 'networks'; kept: readonly string[] }
  /** Milliseconds since 1970. */
  | { kind: 'expiration'; asked: number; kept: number }
  | { kind: 'no expiration' }
)

/**
 * Everything that Waldur kept otherwise than requested, after creating, rotating, replacing or changing a token. An
 * older Waldur silently drops what it does not know (waldur-api, section 2.4). Order, repetitions and spelling do not
 * count, and what the response leaves out counts neither as kept nor as changed.
 */
export const differences = (asked: Asked, kept: Kept): Difference[] => [
  ...permissionDifferences(asked.scopes, kept.scopes),
  ...placeDifferences(asked.allowed_scopes, issuedPlaces(kept)),
  ...networkDifferences(asked.allowed_networks ?? [], kept.allowed_networks),
  ...expirationDifferences(instantMs(asked.expires_at), kept.expires_at),
  ...(kept.name === '' || kept.name.trim() === asked.name.trim()
    ? []
    : [{ kind: 'name', kept: kept.name, isWider: false } as const]),
]

/** Whether the response leaves open if a requested limit was applied. */
export const isUntold = (asked: Asked, issued: Kept & Pick<IssuedToken, 'isPartial'>): boolean =>
  issued.isPartial === true ||
  (asked.allowed_scopes.length > 0 && issuedPlaces(issued) === null) ||
  ((asked.allowed_networks ?? []).length > 0 && issued.allowed_networks === null)

function permissionDifferences(asked: readonly string[], kept: readonly string[]): Difference[] {
  const missing = asked.filter((scope) => !kept.includes(scope))
  const added = kept.filter((scope) => !asked.includes(scope))
  return [
    ...some(missing, (scopes) => ({ kind: 'permissions missing', scopes, isWider: false })),
    ...some(added, (scopes) => ({ kind: 'permissions added', scopes, isWider: true })),
  ]
}

/** `uuid` is null for a deleted entity. It may be missing, unless no place is left and the token works everywhere. */
function placeDifferences(asked: readonly Place[], kept: readonly Binding[] | null): Difference[] {
  if (kept === null) return []
  if (kept.length === 0) return asked.length === 0 ? [] : [{ kind: 'works everywhere', isWider: true }]
  const isAll = asked.length === 0
  const missing = asked.filter((place) => place.uuid !== null && !kept.some((one) => isSamePlace(one, place)))
  const added = kept.filter((place) => (isAll || place.uuid !== null) && !asked.some((one) => isSamePlace(one, place)))
  return [
    ...some(missing, () => ({ kind: 'places missing', isWider: false })),
    ...some(added, (places) => ({ kind: 'places added', places, isAll, isWider: !isAll })),
  ]
}

function networkDifferences(asked: readonly string[], kept: readonly string[] | null | undefined): Difference[] {
  // A Waldur server without this limit omits the key.
  const found = kept === undefined ? [] : kept
  if (found === null || isSameList(asked, found)) return []
  const isWider = asked.length > 0 && (found.length === 0 || !found.every((network) => isWithinAny(network, asked)))
  return [{ kind: 'networks', kept: found, isWider }]
}

/** Times are shown to the minute, and Waldur may round them. */
const SAME_MS = 60_000

function expirationDifferences(asked: number, expires_at: string | null): Difference[] {
  if (expires_at === null) return [{ kind: 'no expiration', isWider: true }]
  const kept = instantMs(expires_at)
  return Math.abs(asked - kept) >= SAME_MS ? [{ kind: 'expiration', asked, kept, isWider: kept > asked }] : []
}

const isSamePlace = (a: Place, b: Place): boolean => a.type === b.type && a.uuid === b.uuid

/** The difference that these items make, if there are any; each is named once. */
const some = <Item>(items: readonly Item[], difference: (items: Item[]) => Difference): Difference[] =>
  items.length === 0 ? [] : [difference([...new Set(items)])]
