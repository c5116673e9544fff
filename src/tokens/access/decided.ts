import { isGlobal } from '../permissions/globals.ts'
import type { Access, HeldRole, Holder, Place } from './access.ts'
import { accessOf } from './access.ts'

/** The permissions that the token's limits decide, each with its verdict in a place. */
export type Decided = readonly { scope: string; access: Access }[]

/** The permissions that are neither global nor follow the role, each with its verdict. */
export const decidedIn = (scopes: readonly string[], place: Place, holder: Holder): Decided =>
  scopes
    .filter((scope) => !isGlobal(scope))
    .map((scope) => ({ scope, access: accessOf(scope, place, holder) }))
    .filter(({ access }) => access.kind !== 'follows')

/** The verdicts of one kind. */
export const ofKind = <Kind extends Access['kind']>(decided: Decided, kind: Kind) =>
  decided.flatMap(({ scope, access }) => (isOf(access, kind) ? [{ scope, access }] : []))

const isOf = <Kind extends Access['kind']>(access: Access, kind: Kind): access is Extract<Access, { kind: Kind }> =>
  access.kind === kind

/** The roles of these verdicts, one per entity. */
export const throughOf = (verdicts: readonly { access: { through: readonly HeldRole[] } }[]): HeldRole[] => [
  ...new Map(verdicts.flatMap(({ access }) => access.through).map((role) => [role.uuid, role])).values(),
]
