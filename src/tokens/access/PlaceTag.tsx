import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { Tag } from '../../ui/Tag.tsx'
import type { Access } from './access.ts'
import { MARKS } from './marks.ts'
import type { Sum } from './placeSum.ts'
import { sumOf } from './placeSum.ts'
import { sumTag } from './sumTag.ts'

const SIGNS: Record<Sum['kind'], Access['kind']> = {
  works: 'works',
  above: 'above',
  'not asked': 'not asked',
  none: 'not yours',
}

/** How a token's permissions do in a place, or everywhere: "2 of 4 work". Nothing if the token decides none of them. */
export function SumTag({ verdicts }: { verdicts: ReadonlyMap<string, Access> }) {
  const sum = sumOf([...verdicts.values()])
  if (sum === null) return null
  const { text, color } = sumTag(sum)
  return (
    <Tag color={color}>
      <LineIcon d={MARKS[SIGNS[sum.kind]]} /> {text}
    </Tag>
  )
}

export const GoneTag = () => (
  <Tag color="error">
    <LineIcon d={MARKS.gone} /> {t('deleted')}
  </Tag>
)
