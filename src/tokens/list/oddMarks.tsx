import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { useTip } from '../../ui/Tip.tsx'
import { followsRole } from '../access/follows.ts'
import type { HealthIssue } from '../health/health.ts'
import { healthIssueLabel } from '../health/healthIssueLabel.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Odd } from '../rows/odd.ts'
import type { Token } from '../schema.ts'

/**
 * The marks in a token's row. Three issues the row shows on its own: that the token expires soon, that no one uses it,
 * and that places were deleted.
 */
export function oddMarks(
  { scopes, allowed_scopes }: Pick<Token, 'scopes' | 'allowed_scopes'>,
  issues: readonly HealthIssue[],
): Odd {
  const isGone = allowed_scopes.length > 0 && allowed_scopes.every(({ uuid }) => uuid === null)
  const can = issues.flatMap((issue) => {
    const brief = isGone && issue.kind === 'dead' ? null : briefText(issue, scopes)
    return brief === null ? [] : [{ brief, full: healthIssueLabel(issue) }]
  })
  const [first] = can
  const mark = (kind: HealthIssue['kind']) => {
    const issue = issues.find((issue) => issue.kind === kind)
    return issue ? <Mark text={reviewText([healthIssueLabel(issue)])} /> : null
  }
  return {
    life: mark('outlives role'),
    can: first ? <Mark text={reviewText(can.map(({ full }) => full))} brief={first.brief} /> : null,
    where: mark('boundless'),
  }
}

const reviewText = (issues: readonly string[]): string => t('To review: {{issues}}', { issues: issues.join('; ') })

/** An issue about what the token can do, in two or three words; null for any other. */
function briefText(issue: HealthIssue, scopes: readonly string[]): string | null {
  switch (issue.kind) {
    case 'dead':
      return t('reads, can’t use')
    case 'dead permissions':
      return scopes.every((scope) => issue.scopes.includes(scope) || followsRole(scope))
        ? t('reads, can’t use')
        : t('{{count}} have no effect', { count: issue.scopes.length, defaultValue_one: '1 has no effect' })
    case 'staff only':
      return t('staff only')
    case 'global':
      // The row names it already if it is alone.
      if (scopes.every((scope) => isGlobal(scope) || followsRole(scope))) return t('global')
      return issue.scopes.includes('STAFF.ACCESS') ? t('staff-only views') : t('support views')
    case 'broad':
      return t('very broad')
    default:
      return null
  }
}

/** Says in full what to review, on hover and to screen readers, as the token's page does. With `brief`, it is a tag. */
function Mark({ text, brief }: { text: string; brief?: string }) {
  // The text is its accessible name already.
  const { bind, shown } = useTip(() => text)
  const className = brief === undefined ? 'ailing' : 'odd'
  return (
    <>
      <span className={className} role="img" aria-label={text} {...bind} aria-describedby={undefined}>
        <Icon of={brief === undefined ? 'mark' : 'warning'} />
        {brief !== undefined && <span className="cut">{brief}</span>}
      </span>
      {shown}
    </>
  )
}
