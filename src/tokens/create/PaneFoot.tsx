import type { ReactNode } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { useCountedTokens, useLimits } from '../limits/limits.ts'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { tokenState } from '../state/expiry.ts'
import styles from './budget.css?inline'

adoptStyles(styles)

interface Props {
  isSending: boolean
  /** The button. */
  children: ReactNode
}

/** The button, and below it how many tokens there are and what can be changed later, always in two lines. */
export function PaneFoot({ isSending, children }: Props) {
  const knowsNetworks = useKnowsNetworks()
  return (
    <div className="pane-foot">
      {children}
      {isSending ? (
        <p className="budget">{t('Stay here. The secret is shown only once.')}</p>
      ) : (
        <Budget>
          {knowsNetworks === false
            ? t('You can’t change anything later.')
            : t('You can change only its IP addresses later.')}
        </Budget>
      )}
    </div>
  )
}

/**
 * "7 active", counted like the list; "7 of 20 active" with a meter if Waldur has told the limit, for which expired ones
 * count too. Nothing until the list is loaded.
 */
function Budget({ children }: { children: string }) {
  const now = useNow()
  const { tokens: most, isTold } = useLimits()
  const counted = useCountedTokens() ?? []
  const isMetered = most !== undefined && isTold === true
  const count = isMetered ? counted.length : counted.filter((token) => tokenState(token, now) === 'active').length
  return (
    <p className="budget" data-full={(isMetered && count >= most) || undefined}>
      {isMetered && counted.length > 0 && (
        <svg aria-hidden="true">
          <rect width="100%" height="6" rx="3" />
          <rect width={`${Math.min(1, count / most) * 100}%`} height="6" rx="3" />
        </svg>
      )}
      {counted.length > 0 && (
        <span>
          <Trans
            text={t('[[count]] active')}
            count={<b>{isMetered ? t('{{count}} of {{total}}', { count, total: most }) : count}</b>}
          />
        </span>
      )}
      <span>{children}</span>
    </p>
  )
}
