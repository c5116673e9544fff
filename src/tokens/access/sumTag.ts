import { t } from '../../ui/i18n.tsx'
import type { TagWords } from '../../ui/Tag.tsx'
import { MARKS } from './marks.ts'
import type { Sum } from './placeSum.ts'

/** How a token does in a place, in a few words. */
export function sumTag(sum: Sum): TagWords {
  switch (sum.kind) {
    case 'works':
      return {
        text: t('{{count}} of {{total}} work', {
          count: sum.count,
          total: sum.total,
          defaultValue_one: '1 of {{total}} works',
        }),
        color: sum.count === sum.total ? 'success' : 'warning',
        mark: MARKS.works,
      }
    case 'above':
      return { text: t('reads, can’t use'), color: 'warning', mark: MARKS.above }
    case 'not asked':
      return { text: t('not asked here'), color: undefined, mark: MARKS['not asked'] }
    case 'none':
      return { text: t('none works'), color: undefined, mark: MARKS['not yours'] }
  }
}
