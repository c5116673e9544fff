import type { Core } from './core.ts'
import { newUuid } from './core.ts'
import type { NewEntityRow } from './database.ts'
import { entities } from './database.ts'
import { entityRow } from './entityRow.ts'
import { seedUuid } from './seedUuid.ts'

const subjects = ['Bioinformatics', 'Climate', 'Plasma', 'Linguistics', 'Robotics', 'Astronomy', 'Materials', 'Øresund']

/**
 * More entities of the kinds that grow in a real deployment: of every ten, two are projects, six resources and two
 * resource projects, with a new organization for every hundred. Half of the projects are in seeded organizations.
 * @param now epoch microseconds
 */
export function extraEntities(world: NewEntityRow[], wanted: number, now: number): NewEntityRow[] {
  const customers = world.filter(({ type }) => type === 'customer')
  const offerings = world.filter(({ type, state }) => type === 'offering' && state === 'Active')
  const rows: NewEntityRow[] = []
  let customer = customers[0]
  let project = world.find(({ type }) => type === 'project')
  let resource = world.find(({ type }) => type === 'resource')
  const add = (known: Pick<NewEntityRow, 'type' | 'name'> & Partial<NewEntityRow>) => {
    const uuid = seedUuid('grown', known.type, String(rows.length))
    const row = entityRow({ uuid, created: now - rows.length * 1000, ...known })
    rows.push(row)
    return row
  }
  for (let index = 0; rows.length < wanted; index += 1) {
    const subject = subjects[index % subjects.length] ?? ''
    const number = String(index).padStart(5, '0')
    if (index % 100 === 0) {
      customers.push(
        add({ type: 'customer', name: `Institute of ${subject} ${number}`, details: { abbreviation: `I${index}` } }),
      )
      continue
    }
    const step = index % 10
    if (step === 1 || step === 6) {
      customer = step === 1 ? customers[index % 9] : customers[index % customers.length]
      project = add({ type: 'project', name: `${subject} ${number}`, customer: customer?.uuid ?? null })
    } else if (step === 4 || step === 9) {
      const above = { customer: resource?.customer, project: resource?.project, offering: resource?.offering }
      add({ type: 'resource_project', name: `part-${number}`, ...above, resource: resource?.uuid ?? null })
    } else {
      const offering = offerings[index % offerings.length]
      const above = { customer: project?.customer ?? null, project: project?.uuid ?? null }
      const source = { offering: offering?.uuid ?? null, provider: offering?.customer ?? null }
      resource = add({ type: 'resource', name: `${subject.toLowerCase()}-node-${number}`, ...above, ...source })
    }
  }
  return rows
}

/** libSQL allows 32,766 parameters per statement; an entity has 19. */
const rowsPerInsert = 1000

/** Inserts any number of rows, in their order. */
export async function insertEntities({ db }: Core, rows: NewEntityRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    await db.insert(entities).values(rows.slice(start, start + rowsPerInsert))
  }
}

/**
 * Creates organizations with these names, each with one project named by the other list at the same position. Names are
 * stored as given, without Waldur's cleaning.
 * @returns the uuids of the projects
 */
export async function addProjects(core: Core, customers: string[], projects: string[]): Promise<string[]> {
  const created = core.clock.micros()
  const above = customers.map((name) => entityRow({ uuid: newUuid(), type: 'customer', name, created }))
  const rows = projects.map((name, index) =>
    entityRow({ uuid: newUuid(), type: 'project', name, created, customer: above[index]?.uuid ?? null }),
  )
  await insertEntities(core, [...above, ...rows])
  return rows.map(({ uuid }) => uuid)
}
