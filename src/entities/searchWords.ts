import { t } from '../ui/i18n.tsx'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'

/** The words for a type, or for places if there are several. */
export const kindOf = (types: readonly EntityType[]): { one: () => string; many: () => string } =>
  types.length === 1 && types[0] !== undefined
    ? entityKind(types[0])
    : { one: () => t('place'), many: () => t('places') }

/** What a search without hits says. @param unseen that there may be places which the user can't see */
export function noneText(types: readonly EntityType[], text: string, unseen: string | null): string {
  const thing = kindOf(types).one()
  if (text === '') return t('There’s no {{thing}} you can see.', { thing })
  const none = t('No {{thing}} matches “[[text]]”.', { thing, text })
  return unseen === null ? none : `${none} ${unseen}`
}

const EXAMPLES: readonly EntityType[] = ['customer', 'project', 'resource', 'offering', 'call']

/** "Organization, project, resource, offering, call …" */
export function placeholder(types: readonly EntityType[]): string {
  const examples = EXAMPLES.filter((type) => types.includes(type))
  const [first, ...more] = (examples.length > 0 ? examples : types).map(entityKind)
  if (!first) return ''
  const words = [first.label(), ...more.map((kind) => kind.one())].join(', ')
  return types.length > more.length + 1 ? `${words} …` : words
}
