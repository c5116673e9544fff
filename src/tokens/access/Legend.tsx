import { t } from '../../ui/i18n.tsx'
import type { Access } from './access.ts'
import { verdictLabel } from './accessWords.ts'
import { VerdictText } from './Verdict.tsx'

const ORDER: readonly Access['kind'][] = [
  'works',
  'inside',
  'above',
  'not yours',
  'not asked',
  'staff only',
  'unknown',
  'follows',
]

/** Explains the signs of the table above. A deleted place is marked in its heading. */
export function Legend({ verdicts }: { verdicts: readonly Access[] }) {
  const found = ORDER.flatMap((kind) => verdicts.find((access) => access.kind === kind) ?? [])
  if (found.length === 0) return null
  return (
    <ul className="legend" aria-label={t('Legend')}>
      {found.map((access) => (
        <li key={access.kind}>
          <VerdictText kind={access.kind} cell={verdictLabel(access)} />
        </li>
      ))}
    </ul>
  )
}
