import fc from 'fast-check'
import { expect, test } from 'vitest'
import { User } from '../src/auth/user.ts'
import { entityRow } from '../src/entities/queries.ts'
import type { EntityType } from '../src/entities/types.ts'
import { entityKind } from '../src/entities/types.ts'
import type { Access, Holder, Place } from '../src/tokens/rules/access.ts'
import { accessOf } from '../src/tokens/rules/access.ts'
import { holderOf, Role } from '../src/tokens/rules/holder.ts'
import type { Send, Started } from './testClient.ts'
import { start } from './testClient.ts'

// What the page says a token may do, against what the sandbox answers when the token does it.

/** The permissions that a request can be made for, each on entities of one type. */
const ACTIONS = {
  'CUSTOMER.UPDATE': 'customer',
  'PROJECT.UPDATE': 'project',
  'RESOURCE.UPDATE': 'resource',
} as const satisfies Record<string, EntityType>
type Action = keyof typeof ACTIONS
const actions = Object.keys(ACTIONS) as Action[]

interface Found extends Place {
  type: EntityType
  uuid: string
  name: string
}

const BOUND_TO = ['customer', 'project', 'resource', 'offering', 'service_provider', 'resource_project'] as const

async function everything(send: Send): Promise<Found[]> {
  const lists = BOUND_TO.map(async (type) => {
    const { json } = await send('GET', `${entityKind(type).endpoints[0]}?page_size=300`)
    return (json as unknown[]).map((row) => ({ ...entityRow(type).parse(row), type }))
  })
  return (await Promise.all(lists)).flat()
}

async function holder(send: Send): Promise<Holder> {
  const me = await send('GET', '/api/users/me/')
  const roles = await send('GET', '/api/roles/?page_size=300')
  return holderOf(
    User.parse(me.json),
    (roles.json as unknown[]).map((role) => Role.parse(role)),
  )
}

/** Whether the token may: by renaming the entity to what it is called. */
async function works(token: Send, { type, uuid, name }: Found): Promise<boolean> {
  const { status } = await token('PATCH', `${entityKind(type).endpoints[0]}${uuid}/`, { name })
  expect([200, 403, 404]).toContain(status)
  return status === 200
}

const isIn = (place: Found, { uuid }: { uuid: string | null }) =>
  place.uuid === uuid || (uuid !== null && place.above.includes(uuid))

async function agree(access: Access, action: Action, place: Found | null, world: Found[], token: Send, mine: Holder) {
  const held = mine.roles.filter(({ permissions }) => permissions.has(action))
  const targets = world.filter((one) => one.type === ACTIONS[action] && (place === null || isIn(one, place)))
  for (const target of targets) {
    const expected =
      access.kind === 'everywhere' || held.some((role) => target.uuid === role.uuid || target.above.includes(role.uuid))
    const isHere = access.kind === 'here' && place !== null && (access.andBelow || target.uuid === place.uuid)
    const said = `${action} on ${target.type} ${target.name}, bound to ${place?.type} ${place?.name}: ${access.kind}`
    const answer = await works(token, target)
    if (access.kind === 'never') expect(answer, said).toBe(false)
    else if (isHere || access.kind === 'everywhere') expect(answer, said).toBe(true)
    else expect(answer, said).toBe(expected)
    // Below means: not on the entity itself.
    if (access.kind === 'below') expect(answer && target.uuid === place?.uuid, said).toBe(false)
  }
}

async function tryOut({ as, sandbox, signedIn }: Started, world: Found[], plan: Plan): Promise<Access[]> {
  const of = (index: number) => world[index % world.length] as Found
  await sandbox.setUser('member', { isStaff: plan.isStaff })
  await sandbox.setRoles(
    'member',
    plan.roles.map(({ on, permissions }) => ({ type: of(on).type, uuid: of(on).uuid, permissions })),
  )
  const scopes = plan.isGlobal ? [...plan.scopes, 'STAFF.ACCESS'] : plan.scopes
  const held = plan.roles.map(({ on }) => of(on))
  const near = world.filter((one) => held.some((place) => one !== place && (isIn(one, place) || isIn(place, one))))
  const bound = plan.bindings.map(({ isNear, pick }) => (isNear && near[pick % near.length]) || of(pick))
  const places = plan.isGlobal ? [] : [...new Set(bound)]
  const { token } = await sandbox.createToken('member', {
    scopes,
    allowed_scopes: places.map(({ type, uuid }) => ({ type, uuid })),
  })
  const mine = await holder(await signedIn('member'))
  const said: Access[] = []
  for (const place of places.length > 0 ? places : [null]) {
    // One at a time: with several bindings another one may let it through.
    const alone = place
      ? (await sandbox.createToken('member', { scopes, allowed_scopes: [{ type: place.type, uuid: place.uuid }] }))
          .token
      : token
    for (const action of actions) {
      const access = accessOf(action, scopes, place, mine)
      if (scopes.includes(action)) await agree(access, action, place, world, as(`Bearer ${alone}`), mine)
      said.push(access)
    }
  }
  return said
}

interface Plan {
  isStaff: boolean
  isGlobal: boolean
  roles: { on: number; permissions: string[] }[]
  scopes: string[]
  /** Near: above or below one of the roles, where most of what is worth knowing happens. */
  bindings: { isNear: boolean; pick: number }[]
}

const plans: fc.Arbitrary<Plan> = fc.record({
  isStaff: fc.boolean(),
  isGlobal: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
  roles: fc.array(fc.record({ on: fc.nat(), permissions: fc.subarray<string>(actions, { minLength: 1 }) }), {
    maxLength: 4,
  }),
  scopes: fc.subarray<string>(actions, { minLength: 1 }),
  bindings: fc.array(fc.record({ isNear: fc.boolean(), pick: fc.nat() }), { maxLength: 2 }),
})

test('what the page says a token may do is what the server lets it do', { timeout: 120_000 }, async () => {
  const started = await start()
  const world = await everything(await started.signedIn('staff'))
  const kinds = new Set<string>()
  await fc.assert(
    fc.asyncProperty(plans, async (plan) => {
      for (const { kind } of await tryOut(started, world, plan)) kinds.add(kind)
    }),
    { numRuns: 80 },
  )
  // The plans are no proof where they never lead.
  expect([...kinds]).toEqual(expect.arrayContaining(['below', 'everywhere', 'here', 'never', 'overlap']))
})
