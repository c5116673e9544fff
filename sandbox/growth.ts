import type { NewEntityRow } from './database.ts'
import { entityRow } from './entityRow.ts'
import { seedUuid } from './seedUuid.ts'

const subjects = ['Bioinformatics', 'Climate', 'Plasma', 'Linguistics', 'Robotics', 'Astronomy', 'Materials', 'Øresund']

/**
 * More entities of the kinds that grow in a real deployment: of ten, two are projects, six resources, and two
 * resource projects, below organisations that come one in a hundred. Half of the projects are of seeded organisations.
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
