import { unmarked } from '../../ui/i18n.tsx'
import type { NamedPlace } from '../access/access.ts'
import { roleOn, user } from '../access/holderCases.ts'
import type { SummaryInput, Tense } from './summary.ts'
import { summary } from './summary.ts'

// People, places and a token for the tests of the summary.

export const place = (type: string, name: string, ...above: string[]): NamedPlace => ({
  type,
  uuid: name,
  name,
  above,
  knowsAll: true,
})
export const role = (type: string, uuid: string, permissions: string[] | null, ...above: string[]) =>
  roleOn(uuid, { type, above, permissions: permissions && new Set(permissions) })

export const alpha = place('customer', 'Alpha')
export const genomics = place('project', 'Genomics', 'Alpha')
export const nordlys = place('project', 'Nordlys', 'Tartu')
export const lab: NamedPlace = { type: 'project', uuid: null, name: 'Project', above: [], knowsAll: true }

export const owner = user(role('customer', 'Alpha', ['ORDER.CANCEL', 'PROJECT.UPDATE']))

export const base: SummaryInput = {
  name: 'sync',
  scopes: ['ORDER.CANCEL', 'PROJECT.UPDATE'],
  places: [alpha],
  holder: owner,
  networks: null,
  end: '3 March',
}

export function read(input: Partial<SummaryInput>, tense: Tense = 'can', gap = ''): string {
  return summary({ ...base, ...input }, tense)
    .map(({ text, parts }) =>
      text.replace(/\[\[(\w+)\]\]/g, (_, key: keyof typeof parts) => unmarked(parts[key]) || gap),
    )
    .join(' ')
}
