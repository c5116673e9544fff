import type { EntityRow, NewEntityRow } from './database.ts'

const normalState: Record<EntityRow['type'], string> = {
  customer: '',
  service_provider: '',
  call_organizer: '',
  project: '',
  offering: 'Active',
  resource: 'OK',
  resource_project: 'OK',
  call: 'active',
  proposal: 'draft',
  order: 'done',
}

function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

/** Every text that `query` and `customer_keyword` search, in lower case. */
export function searchTextOf(row: Pick<EntityRow, 'name' | 'slug' | 'uuid' | 'details'>): string {
  const words = Object.values(row.details).filter((value) => typeof value === 'string')
  return [row.name, row.slug, row.uuid, ...words].join('\n').toLowerCase()
}

/** An entity's row with its search texts; fields that are not given are empty. `created` is in epoch microseconds. */
export function entityRow(
  known: Pick<NewEntityRow, 'uuid' | 'type' | 'name' | 'created'> & Partial<NewEntityRow>,
): NewEntityRow {
  const slug = slugOf(known.name)
  const details = known.details ?? {}
  return {
    customer: null,
    project: null,
    offering: null,
    resource: null,
    call: null,
    organizer: null,
    provider: null,
    author: null,
    isShared: true,
    state: normalState[known.type],
    ...known,
    details,
    slug,
    nameKey: known.name.toLowerCase(),
    searchText: searchTextOf({ ...known, slug, details }),
  }
}
