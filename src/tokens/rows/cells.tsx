import type { ReactNode } from 'react'
import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { When } from '../../ui/When.tsx'
import { isUnused } from '../health/health.ts'
import { isGlobal } from '../permissions/globals.ts'
import { PermissionWordsContext } from '../permissions/usePermissionWords.ts'
import type { Binding, Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { bindingsText, isBoundToNothing, scopesText } from './texts.ts'

export function ScopesCell({ scopes }: Pick<Token, 'scopes'>) {
  const words = useContext(PermissionWordsContext)
  return (
    <Clamp>
      {scopes.some(isGlobal) && <Icon of="warning" className="in-text" title={t('Global')} />}
      {scopesText(scopes, words)}
    </Clamp>
  )
}

export function BindingsCell({ bindings }: { bindings: readonly Binding[] }) {
  return (
    <Clamp>
      {bindings.length === 0 && <Icon of="everywhere" className="in-text" />}
      {isBoundToNothing(bindings) && <Icon of="warning" className="in-text" />}
      {bindingsText(bindings)}
    </Clamp>
  )
}

/** "3 minutes ago", "from 10.1.2.3"; or "Never used" */
export function LastUsedCell({ token }: { token: Token }) {
  const now = useNow()
  if (token.last_used_at === null) return <div className="aside">{t('Never used')}</div>
  return (
    <>
      <span className={isStale(token, now) ? 'stale' : undefined}>
        <When at={token.last_used_at} />
      </span>{' '}
      {token.last_used_ip !== null && (
        <div className="aside from">{t('from {{address}}', { address: nameText(token.last_used_ip) })}</div>
      )}
    </>
  )
}

/** As the bar of its life shows it. */
const isStale = (token: Token, now: number): boolean => tokenState(token, now) === 'active' && isUnused(token, now)

const Clamp = ({ children }: { children: ReactNode }) => <div className="two-lines">{children}</div>
