import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { useTip } from '../../ui/Tip.tsx'
import { HealthContext } from '../health/HealthContext.ts'
import { healthIssueLabel } from '../health/healthIssueLabel.ts'
import type { Token } from '../schema.ts'
import { StateLabel } from '../state/StateLabel.tsx'

/** The state, with a small mark for health issues, which it names on hover and focus. */
export function StateCell({ token }: { token: Token }) {
  const now = useNow()
  // The state itself says that it ends soon.
  const issues = useContext(HealthContext)(token, now).filter(({ kind }) => kind !== 'ends soon')
  return (
    <div className="state">
      <StateLabel token={token} />
      {issues.length > 0 && (
        <IssueIcon text={t('Worth a look: {{issues}}', { issues: issues.map(healthIssueLabel).join('; ') })} />
      )}
    </div>
  )
}

function IssueIcon({ text }: { text: string }) {
  // The text is its accessible name already.
  const { bind, shown } = useTip(() => text)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard can reach the tooltip as well */}
      <span className="ailing" role="img" aria-label={text} tabIndex={0} {...bind} aria-describedby={undefined}>
        <Icon of="mark" />
      </span>
      {shown}
    </>
  )
}
