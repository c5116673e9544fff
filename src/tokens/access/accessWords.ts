import { entityKind } from '../../entities/types.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { Access, HeldRole, Holder } from './access.ts'
import { EVERYWHERE } from './access.ts'

/** Further places are only counted. */
const MOST = 2

/** A verdict for a table cell, and as a full statement for screen readers. */
export interface AccessWords {
  cell: string
  aria: string
}

/** The verdict on a permission in a place, in words. */
export function accessWords(access: Access): AccessWords {
  switch (access.kind) {
    case 'works':
      return { cell: t('works'), aria: t('Works here') }
    case 'inside':
      return insideWords(namesOf(access.through))
    case 'follows':
      return { cell: t('follows your role'), aria: t('Follows your role. The token makes no difference.') }
    case 'not asked':
      return { cell: t('not asked here'), aria: t('Waldur doesn’t ask for this on this type of place') }
    case 'unknown':
      return { cell: t('not known'), aria: t('Not known whether this works') }
    case 'above':
      return {
        cell: t('role above'),
        aria: t('Reads only. Your role is above it, in [[above]].', { above: listing(namesOf(access.through), MOST) }),
      }
    case 'not yours':
      return {
        cell: t('not yours'),
        aria: access.isHeld ? t('No effect with your current roles') : t('Not in your current roles'),
      }
    case 'gone':
      return { cell: t('deleted'), aria: t('This place was deleted') }
    case 'staff only':
      return { cell: t('staff only'), aria: t('Only staff can use this') }
  }
}

/** For the legend, where no specific place is meant. */
export const verdictLabel = (access: Access): string =>
  access.kind === 'inside' ? t('works inside') : accessWords(access).cell

/** Why it works. */
export function whyText({ through }: { through: readonly HeldRole[] }, { isStaff }: Holder): string {
  if (through.length > 0) return t('Through your role in [[roles]]', { roles: listing(namesOf(through), MOST) })
  return isStaff ? t('Because you’re staff') : t('Through your support rights')
}

/** Where a permission of an unlimited token works. */
export const whereText = (through: readonly HeldRole[]): string =>
  through.some(({ type }) => type === EVERYWHERE)
    ? t('everywhere')
    : t('in [[places]]', { places: listing(namesOf(through), MOST) })

const namesOf = (roles: readonly HeldRole[]): string[] => [...new Set(roles.map(roleName))]

/** A service provider and a call organizer have the name of their organization. */
const roleName = (role: HeldRole): string =>
  role.type === 'service_provider' || role.type === 'call_organizer'
    ? `${placeName(role)} (${entityKind(role.type).one()})`
    : placeName(role)

/** Where the role is held. */
export const placeName = ({ type, name }: HeldRole): string =>
  type === EVERYWHERE ? t('all of Waldur') : nameText(name)

function insideWords(names: string[]): AccessWords {
  const places = listing(names, MOST)
  const cell =
    names.length > MOST ? t('in {{count}} places inside', { count: names.length }) : t('in [[places]]', { places })
  return { cell, aria: t('Works only inside it: [[places]]', { places }) }
}
