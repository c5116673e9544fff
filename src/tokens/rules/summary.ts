import { entityTypeLabel } from '../../entities/types.ts'
import { nameText } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import { isGlobal } from './permissionWords.ts'

export interface Plan {
  name: string
  /** Values, as Waldur spells them. */
  scopes: readonly string[]
  /** Null: everywhere. Of a token, those that are left. */
  entities: readonly { type: string; name: string }[] | null
  /** How many addresses and networks it may be used from. Null: from anywhere. */
  networks: number | null
  /** The end in words; null while no moment is chosen. */
  end: string | null
}

/** Of a form, of a token, or of one that is about to be revoked. */
export type Tense = 'will' | 'can' | 'stops'

/**
 * What a token will be able to do, can do, or is about to lose, in one or more sentences with places for names: `[[name]]`, `[[entities]]`. Names
 * are put in afterwards, never into the sentence, so that none can pass for one of the places.
 */
export interface Summary {
  text: string
  parts: { name: string; permissions: string; entities: string; end: string }
}

/** More than these are counted, not named: the lists above the sentence name them all. */
const MOST = 4

/** @param label a permission in words */
export function summary(
  { name, scopes, entities, networks, end }: Plan,
  tense: Tense,
  label: (scope: string) => string,
): Summary {
  const parts = {
    name: name.trim() === '' ? t('This token') : nameText(name.trim()),
    permissions: listing(scopes.map(label), MOST),
    entities: listing(
      (entities ?? []).map((one) => `${nameText(one.name)} (${entityTypeLabel(one.type)})`),
      MOST,
    ),
    end: end ?? t('the moment that you choose'),
  }
  return { text: sentence(scopes, entities, networks, tense), parts }
}

function sentence(
  scopes: readonly string[],
  entities: Plan['entities'],
  networks: number | null,
  tense: Tense,
): string {
  if (scopes.length === 0 && tense === 'will') {
    return t('Choose permissions, and this line says what the token will be able to do.')
  }
  if (scopes.length === 0) return t('[[name]] has no permission.')
  if (tense === 'will' && entities !== null && scopes.some(isGlobal)) {
    return t('[[name]] cannot be created like this: a global permission cannot be limited to entities.')
  }
  const reach = REACH[tense][entities === null ? 'everywhere' : entities.length === 0 ? 'nowhere' : 'bound']()
  if (tense === 'stops' || (tense === 'can' && entities?.length === 0)) return reach
  const more = [
    ...(scopes.some(isGlobal) ? [globalWords(scopes)] : []),
    ...(networks === null ? [] : [networkWords(networks)]),
  ]
  return [reach, ...more].join(' ')
}

/** Whole sentences, so that each can be translated as its language needs. */
const REACH: Record<Tense, Record<'everywhere' | 'bound' | 'nowhere', () => string>> = {
  will: {
    everywhere: () => t('[[name]] will be able to: [[permissions]], everywhere your permissions reach, until [[end]].'),
    bound: () =>
      t('[[name]] will be able to: [[permissions]] in [[entities]] until [[end]]. It cannot act anywhere else.'),
    nowhere: () => t('[[name]] will be able to: [[permissions]], only in the entities that you add, until [[end]].'),
  },
  can: {
    everywhere: () => t('[[name]] can: [[permissions]], everywhere your permissions reach, until [[end]].'),
    bound: () => t('[[name]] can: [[permissions]] in [[entities]] until [[end]]. It cannot act anywhere else.'),
    nowhere: () => t('[[name]] can do nothing: all that it was limited to is deleted.'),
  },
  stops: {
    everywhere: () => t('After this, [[name]] can no longer: [[permissions]], anywhere.'),
    bound: () => t('After this, [[name]] can no longer: [[permissions]] in [[entities]].'),
    nowhere: () => t('[[name]] can do nothing as it is: all that it was limited to is deleted.'),
  },
}

const globalWords = (scopes: readonly string[]): string =>
  scopes.includes('STAFF.ACCESS')
    ? t('It acts with your staff rights, for the whole of Waldur.')
    : t('It acts with your support rights, for the whole of Waldur.')

const networkWords = (count: number): string =>
  count === 0
    ? t('It can be used only from the addresses that you add.')
    : t('It can be used only from {{count}} addresses or networks.', {
        count,
        defaultValue_one: 'It can be used only from one address or network.',
      })
