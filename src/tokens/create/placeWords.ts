import type { Entity } from '../../entities/queries.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import type { TagWords } from '../../ui/Tag.tsx'
import type { Holder } from '../access/access.ts'
import { decidedIn, ofKind, throughOf } from '../access/decided.ts'
import { forecast } from '../access/forecast.ts'
import { MARKS } from '../access/marks.ts'
import { sumOf } from '../access/placeSum.ts'
import { onlyReads } from '../access/readOnly.ts'
import { sumTag } from '../access/sumTag.ts'
import { isGlobal } from '../permissions/globals.ts'

/** Further places are counted, not named. */
const MOST = 2

/** "Genomics and Robotics", "Genomics, Robotics and 3 more" */
export const placesText = (places: readonly { name: string }[]): string =>
  listing(
    places.map(({ name }) => nameText(name)),
    MOST,
  )

/** Why Waldur will reject the place; null if that is not certain. */
export function rejectionText(scopes: readonly string[], entity: Entity, holder: Holder | null): string | null {
  const expected = holder && scopes.length > 0 ? forecast(scopes, entity, holder) : null
  return expected?.kind === 'rejected' ? rejectedText(expected.inside) : null
}

const rejectedText = (inside: readonly { name: string }[]): string =>
  inside.length > 0
    ? t('Waldur rejects this place: your roles are inside it, in [[places]]', { places: placesText(inside) })
    : t('Waldur rejects this place: you have none of these permissions there')

/** What a token with these permissions could do in a place. */
export interface PlaceWords {
  tag: TagWords | null
  /** The reason, or where else. */
  line: string | null
  /** The part of the permissions that works there, from 0 to 1. */
  share: number
}

/** Empty if no permission is chosen, or their effect there is unknown. */
export function placeWords(scopes: readonly string[], entity: Entity, holder: Holder | null): PlaceWords {
  if (holder === null || scopes.length === 0 || scopes.some(isGlobal)) return { tag: null, line: null, share: 0 }
  const rejection = rejectionText(scopes, entity, holder)
  if (rejection !== null) return { tag: sumTag({ kind: 'none' }), line: rejection, share: 0 }
  if (onlyReads(scopes)) return { tag: { text: t('reads'), color: undefined }, line: null, share: 1 }
  const decided = decidedIn(scopes, entity, holder)
  const sum = sumOf(decided.map(({ access }) => access))
  if (sum === null) return { tag: ofKind(decided, 'unknown').length > 0 ? notKnown() : null, line: null, share: 0 }
  const inside = ofKind(decided, 'inside')
  return {
    tag: sumTag(sum),
    line:
      sum.kind === 'above'
        ? t('your role is above it')
        : inside.length === 0
          ? null
          : t('{{count}} work only inside: [[places]]', {
              count: inside.length,
              places: placesText(throughOf(inside)),
              defaultValue_one: '1 works only inside: [[places]]',
            }),
    share: sum.kind === 'works' ? sum.count / sum.total : 0,
  }
}

const notKnown = (): TagWords => ({ text: t('not known'), color: undefined, mark: MARKS.unknown })
