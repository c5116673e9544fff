import type { Core } from './core.ts'
import { sha256 } from './core.ts'
import type { NewEntityRow } from './database.ts'
import { entities, grants, roles, users } from './database.ts'
import { entityRow } from './entityRow.ts'
import { extraEntities, insertEntities } from './extraEntities.ts'
import { people } from './people.ts'
import { roleDefinitions } from './roles.ts'
import { seedTokens } from './seedTokens.ts'
import { seedUuid } from './seedUuid.ts'
import { microsPerSecond } from './wire.ts'
import type { SeedOrganization } from './world.ts'
import { organizations } from './world.ts'

const dayMicros = 86_400 * microsPerSecond

interface Place {
  add(known: Pick<NewEntityRow, 'type' | 'name'> & Partial<NewEntityRow>): NewEntityRow
  offering(name: string): NewEntityRow
}

function addOrganization(organization: SeedOrganization, { add }: Place): NewEntityRow {
  const { name, projects: _projects, offerings, calls, ...details } = organization
  const email = `info@${organization.domain}`
  const customer = add({ type: 'customer', name, details: { ...details, email } })
  // Both can be found by their organization's texts.
  const known = { description: details.native_name, customer_abbreviation: details.abbreviation }
  const below = { customer: customer.uuid, details: known }
  if (offerings) add({ type: 'service_provider', name, ...below })
  if (calls) add({ type: 'call_organizer', name, ...below })
  for (const { name: offering, category, state = 'Active' } of offerings ?? []) {
    add({ type: 'offering', name: offering, state, customer: customer.uuid, details: { category_title: category } })
  }
  return customer
}

function addProjects(organization: SeedOrganization, customer: NewEntityRow, { add, offering }: Place): void {
  for (const { name, resources } of organization.projects) {
    const project = add({ type: 'project', name, customer: customer.uuid })
    for (const seed of resources) {
      const source = offering(seed.offering)
      const above = { customer: customer.uuid, project: project.uuid, offering: source.uuid }
      const state = seed.state ?? 'OK'
      const provider = source.customer ?? null
      const resource = add({ type: 'resource', name: seed.name, state, provider, ...above })
      const below = { ...above, resource: resource.uuid }
      if (seed.order) add({ type: 'order', name: seed.name, state: seed.order, provider, ...below })
      for (const part of seed.projects ?? []) {
        add({ type: 'resource_project', name: part, ...below })
      }
    }
  }
}

/** The rows of the world, parents before children. `now` in epoch microseconds. */
function worldEntities(now: number): NewEntityRow[] {
  const rows: NewEntityRow[] = []
  const find = (type: string, name: string, customer?: string) => {
    const matches = (row: NewEntityRow) => row.type === type && row.name === name
    const row = rows.find((candidate) => matches(candidate) && (!customer || candidate.customer === customer))
    if (!row) throw new Error(`the seeded world has no ${type} named ${name}`)
    return row
  }
  const place: Place = {
    add: (known) => {
      const above = [known.customer, known.project, known.resource, known.call].map((uuid) => uuid ?? '')
      const created = now - 400 * dayMicros + rows.length * dayMicros
      const row = entityRow({ uuid: seedUuid(known.type, known.name, ...above), created, ...known })
      rows.push(row)
      return row
    },
    offering: (name) => find('offering', name),
  }
  const customers = organizations.map((organization) => addOrganization(organization, place))
  customers.forEach((customer, index) => {
    const organization = organizations[index]
    if (organization) addProjects(organization, customer, place)
  })
  for (const { name, calls = [] } of organizations) {
    const customer = find('customer', name)
    for (const { name: callName, state, proposals } of calls) {
      const organizer = find('call_organizer', name).uuid
      const call = place.add({ type: 'call', name: callName, state, customer: customer.uuid, organizer })
      for (const proposal of proposals) {
        const project = find('project', proposal.project)
        const author = seedUuid('user', 'manager')
        const { name: title, state: stage } = proposal
        place.add({
          type: 'proposal',
          name: title,
          state: stage,
          project: project.uuid,
          customer: project.customer ?? null,
          call: call.uuid,
          organizer,
          provider: customer.uuid,
          author,
        })
      }
    }
  }
  return rows
}

async function fillPeople({ db, clock }: Core, rows: NewEntityRow[]): Promise<void> {
  const now = clock.now() * 1000
  await db.insert(roles).values(roleDefinitions.map((role) => ({ uuid: seedUuid('role', role.name), ...role })))
  await db.insert(users).values(
    people.map(({ username, isStaff = false, isSupport = false, isActive = true, canUsePats = true, ...person }) => ({
      uuid: seedUuid('user', username),
      username,
      // The passwords are public: a slow hash would protect nothing, and slow down every test.
      passwordHash: sha256(username),
      firstName: person.firstName,
      lastName: person.lastName,
      email: `${username}@sandbox.example`,
      organization: person.organization,
      isStaff,
      isSupport,
      isActive,
      canUsePats,
      preferredLanguage: '',
      joined: now - 500 * dayMicros,
    })),
  )
  await db.insert(grants).values(
    people.flatMap(({ username, grants: held }) =>
      held.map(({ role, type, on, endsInDays }) => {
        const scope = rows.find((row) => row.type === type && row.name === on)
        if (!scope && on !== null) throw new Error(`${username} holds ${role} on ${on}, which is not in the world`)
        return {
          user: seedUuid('user', username),
          role: seedUuid('role', role),
          scopeType: type,
          scope: scope?.uuid ?? (type === 'global' ? '' : seedUuid('gone', username, role)),
          expiresAt: endsInDays === undefined ? null : now + endsInDays * dayMicros,
          // The daily task has removed grants that ended more than a day ago.
          isActive: endsInDays === undefined || endsInDays > -1,
        }
      }),
    ),
  )
}

/**
 * Fills a new database with the seeded world.
 * @param extra how many tokens (for `owner` and `staff` each) and entities to add
 */
export async function fillDatabase(core: Core, extra: { tokens: number; entities: number }): Promise<void> {
  const now = core.clock.now() * 1000
  const rows = worldEntities(now)
  await core.db.insert(entities).values(rows)
  await fillPeople(core, rows)
  await seedTokens(core, extra.tokens)
  const grown = extraEntities(rows, extra.entities, now)
  await insertEntities(core, grown)
  await core.markFilled()
}
