import { createApp } from '../app.ts'
import type { EntityType } from '../bindings.ts'
import { startCache } from '../cache.ts'
import { startClock } from '../clock.ts'
import type { App, Core } from '../core.ts'
import { newUuid, sha256 } from '../core.ts'
import { entities, grants, openDatabase, roles, sessions, tokens, users } from '../database.ts'
import { entityRow } from '../entityRow.ts'
import { faultHooks } from '../faults.ts'
import { defaultSettings } from '../settings.ts'
import { tokenRow } from '../tokenRow.ts'
import { parseInstant } from '../wire.ts'
import { recordedAccess } from './oracle.ts'

// The small Waldur in which the exchanges were recorded, with the same uuids and sign-in keys, so that recorded
// requests can be sent unchanged.

const uuidOf = {
  alpha: '9ff4fb7ef75a45e8aacb791dcec9325d',
  beta: 'e3e362e9b82e4fee881920ba22c32090',
  genomics: '4421adf9f3244614af97e1719c91ec3f',
  robotics: 'fe650f6e09b34244ad2fdcde6fd209d2',
  cluster: '8b3eb535dfb74667bd4d602dacaeaddc',
  organizer: '433ede1960b64b70ad7774f5408d0b96',
  provider: '30ed6f665ccd4173bd50d839c4f1ec06',
}

const places: (Parameters<typeof entityRow>[0] & { created: number })[] = [
  place('customer', uuidOf.alpha, 'Alpha University', '375492', { details: { abbreviation: 'AU' } }),
  place('customer', uuidOf.beta, 'Beta Institute', '380000', { details: { abbreviation: 'BI' } }),
  place('project', uuidOf.genomics, 'Genomics', '400000', { customer: uuidOf.alpha }),
  place('project', '926af0fee5a64c0d9a9ee86ec2527e6c', 'Climate', '403712', { customer: uuidOf.alpha }),
  place('project', uuidOf.robotics, 'Robotics', '415042', { customer: uuidOf.beta }),
  place('service_provider', uuidOf.provider, 'Beta Institute', '421838', { customer: uuidOf.beta }),
  place('offering', uuidOf.cluster, 'Cluster', '430000', { customer: uuidOf.beta }),
  place('offering', '384914cf051a4b4fbe364767c8208bb3', 'Draft storage', '440000', {
    customer: uuidOf.beta,
    state: 'Draft',
  }),
  place('resource', '4a77f5ac3ea044d69726a455a05d57d3', 'genomics-alloc', '450000', {
    customer: uuidOf.alpha,
    project: uuidOf.genomics,
    offering: uuidOf.cluster,
    provider: uuidOf.beta,
  }),
  place('call_organizer', uuidOf.organizer, 'Alpha University', '485319', { customer: uuidOf.alpha }),
  place('call', 'a24d53aac3e045ddaea13335e1698e67', 'Spring call', '522510', {
    customer: uuidOf.alpha,
    organizer: uuidOf.organizer,
  }),
  place('call', '1dcdcc254ae34865b3847f1c0f7c8ca0', 'Draft call', '578456', {
    customer: uuidOf.alpha,
    organizer: uuidOf.organizer,
    state: 'draft',
  }),
]

function place(
  type: EntityType,
  uuid: string,
  name: string,
  micros: string,
  more: Partial<Parameters<typeof entityRow>[0]>,
) {
  return { type, uuid, name, created: instant(`2026-11-29T11:33:21.${micros}Z`), ...more }
}

function instant(text: string): number {
  const micros = parseInstant(text)
  if (micros === null) throw new Error(`${text} isn't a date and time`)
  return micros
}

interface Person {
  uuid: string
  lastName?: string
  /** The number in the texts that fill the recorded profile: "Job 5". */
  filler?: number
  isStaff?: boolean
  isSupport?: boolean
  canUsePats?: boolean
  grants?: [role: string, type: EntityType, scope: string, until?: string][]
}

/** Each one's password is the username, and the sign-in key `ownerkey000…`. */
const people: Record<string, Person> = {
  // Two authors of the calls.
  john0: { uuid: 'b0d2d56a0f974f769d66f848e92b5fbf', lastName: 'Doe0' },
  john1: { uuid: '14766abd30294b50a7c8e60867064d4d', lastName: 'Doe1' },
  staff: { uuid: '6d64cafaa2aa4338ad50b736befc793d', filler: 2, isStaff: true },
  support: { uuid: '37c662e999414762876a3ceaf24c94f2', isSupport: true },
  both: { uuid: '7cf97c61bc0f40cfa6667cc49ac5c163', isStaff: true, isSupport: true },
  owner: {
    uuid: '85a54c0acf514e298b60623f498663d7',
    filler: 5,
    grants: [['CUSTOMER.OWNER', 'customer', uuidOf.alpha]],
  },
  manager: {
    uuid: '1f3ba389c81d42b2a67ab55c272c1162',
    grants: [['PROJECT.MANAGER', 'project', uuidOf.genomics, '2026-12-19T11:33:26.243012Z']],
  },
  member: {
    uuid: '890e6640200741ff9973917f66e1f03a',
    grants: [['PROJECT.MEMBER', 'project', uuidOf.genomics]],
  },
  provider: {
    uuid: newUuid(),
    grants: [
      ['CUSTOMER.OWNER', 'customer', uuidOf.beta],
      ['CUSTOMER.MANAGER', 'service_provider', uuidOf.provider],
    ],
  },
  noflag: {
    uuid: 'b05bcf0e43b14296841e76e8f98dfe25',
    canUsePats: false,
    grants: [['CUSTOMER.OWNER', 'customer', uuidOf.beta]],
  },
  norole: { uuid: '96a69b0188844387b1e667cfceb1a19c' },
  other: {
    uuid: 'f9243abc9ac542f29fc25c9f351a1207',
    filler: 11,
    grants: [['PROJECT.ADMIN', 'project', uuidOf.robotics]],
  },
}

function personNamed(username: string): Person {
  const person = people[username]
  if (!person) throw new Error(`no user ${username}`)
  return person
}

const roleUuids: Record<string, string> = {
  'CUSTOMER.OWNER': '89333a7c1f234d5ebe87a14136706d09',
  'CUSTOMER.CALL_ORGANIZER': '4f44e74f1ce6413cb82ca6e4be800962',
  'PROJECT.ADMIN': '165ba786368d4203b0dd68bdc77ad27a',
  'PROJECT.MANAGER': 'fefb5d4386ca430d8b3dc61a8e37caf1',
  'CALL.MANAGER': '3be87c23a01846c98dc707c3a1d4442a',
  'CALL.REVIEWER': '90a792f77a574326a9eaf1d1d7078f36',
}

const descriptions: Record<string, string> = {
  'CUSTOMER.OWNER': 'Organization owner',
  'PROJECT.ADMIN': 'Project administrator',
  'PROJECT.MANAGER': 'Project manager',
  'CALL.MANAGER': 'CALL.MANAGER',
  'CUSTOMER.CALL_ORGANIZER': 'CUSTOMER.CALL_ORGANIZER',
}

/** The system roles of the recorded Waldur. Three of them have no permissions there. */
function systemRoles() {
  const empty = (name: string, contentType: EntityType) => ({ name, contentType, permissions: [] as string[] })
  const found = recordedAccess()
    .worlds.flatMap((world) => world.roles)
    .filter(({ isSystem }) => isSystem)
    .map(({ name, contentType, permissions }) => ({ name, contentType, permissions }))
  const all = [
    ...found,
    empty('CALL.REVIEWER', 'call'),
    empty('PROPOSAL.MANAGER', 'proposal'),
    empty('PROPOSAL.MEMBER', 'proposal'),
  ]
  return [...new Map(all.map((role) => [role.name, role])).values()].map((role) => ({
    ...role,
    uuid: roleUuids[role.name] ?? newUuid(),
    description: descriptions[role.name] ?? '',
    isSystem: true,
    isActive: true,
  }))
}

async function fill({ db }: Core): Promise<void> {
  const known = systemRoles()
  const joined = instant('2026-11-29T11:33:22Z')
  await db.insert(roles).values(known)
  await db.insert(entities).values(places.map(entityRow))
  await db.insert(users).values(
    Object.entries(people).map(([username, { filler = 0, ...person }]) => ({
      uuid: person.uuid,
      username,
      passwordHash: sha256(username),
      firstName: `${username[0]?.toUpperCase()}${username.slice(1)}`,
      lastName: person.lastName ?? 'Example',
      email: `${username}@example.org`,
      organization: `Organization ${filler}`,
      isStaff: person.isStaff ?? false,
      isSupport: person.isSupport ?? false,
      isActive: true,
      canUsePats: person.canUsePats ?? true,
      preferredLanguage: '',
      joined,
      details: {
        native_name: `Jöhn Dõe${filler}`,
        job_title: `Job ${filler}`,
        phone_number: `555-555-${filler}-2`,
        civil_number: String(filler).padStart(8, '0'),
        description: `Description ${filler}`,
      },
    })),
  )
  await db.insert(grants).values(
    Object.values(people).flatMap(({ uuid, grants: held = [] }) =>
      held.map(([role, scopeType, scope, until]) => ({
        user: uuid,
        role: known.find(({ name }) => name === role)?.uuid ?? role,
        scopeType,
        scope,
        expiresAt: until === undefined ? null : instant(until),
        isActive: true,
      })),
    ),
  )
}

/** The recorded sign-in, as the `Authorization` header. */
export const keyOf = (username: string) => `Token ${`${username}key`.padEnd(40, '0')}`

interface RecordedToken {
  name: string
  scopes: string[]
  expires_at: string
  secret: string
}

export interface Situation {
  core: Core
  app: App
  /** Signs the user in with the recorded key, if not signed in. Everyone is at first. */
  signIn(username: string): Promise<void>
  /** Gives a user a token with a recorded secret. */
  mint(username: string, token: RecordedToken): Promise<void>
}

/** @param startMs start of its clock, in epoch milliseconds */
export async function openSituation(startMs: number): Promise<Situation> {
  const clock = startClock(startMs)
  const opened = await openDatabase(':memory:')
  const core: Core = { ...opened, settings: { ...defaultSettings }, clock, cache: startCache(clock) }
  await fill(core)
  const beside = { faults: faultHooks(), log: [], pages: undefined, hooks: false, latency: 0 }
  const signIn = async (username: string) => {
    const { uuid: user } = personNamed(username)
    const expiresAt = core.clock.now() * 1000 + 3600e6
    await core.db
      .insert(sessions)
      .values({ user, key: keyOf(username).slice('Token '.length), expiresAt })
      .onConflictDoNothing()
  }
  const mint = async (username: string, { name, scopes, expires_at, secret }: RecordedToken) => {
    const wanted = { name, scopes, networks: [], expiresAt: instant(expires_at) }
    await core.db.insert(tokens).values(tokenRow(core, personNamed(username).uuid, secret, wanted))
  }
  for (const username of Object.keys(people)) await signIn(username)
  return { core, app: createApp(core, beside), signIn, mint }
}
