import PublicOutlined from '@mui/icons-material/PublicOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import type { ReactNode } from 'react'
import { useContext } from 'react'
import { nameText } from '../../ui/names.ts'
import { When } from '../../ui/When.tsx'
import { t } from '../../ui/words.tsx'
import { isGlobal } from '../permissions/permissionWords.ts'
import { PermissionWordsContext } from '../permissions/usePermissionWords.ts'
import type { Binding, Token } from '../schema.ts'
import { bindingsText, isBoundToNothing, scopesText } from './texts.ts'

export function ScopesCell({ scopes }: Pick<Token, 'scopes'>) {
  const words = useContext(PermissionWordsContext)
  return (
    <Clamp>
      {scopes.some(isGlobal) && (
        <WarningAmber titleAccess={t('Global')} fontSize="inherit" className="in-text" color="warning" />
      )}
      {scopesText(scopes, words)}
    </Clamp>
  )
}

export function BindingsCell({ bindings }: { bindings: readonly Binding[] }) {
  return (
    <Clamp>
      {bindings.length === 0 && <PublicOutlined fontSize="inherit" className="in-text" color="disabled" />}
      {isBoundToNothing(bindings) && <WarningAmber fontSize="inherit" className="in-text" color="warning" />}
      {bindingsText(bindings)}
    </Clamp>
  )
}

/** "3 minutes ago", "from 10.1.2.3"; or "Never used" */
export function LastUsedCell({ token }: { token: Token }) {
  if (token.last_used_at === null) return <div className="aside">{t('Never used')}</div>
  return (
    <>
      <When at={token.last_used_at} />{' '}
      {token.last_used_ip !== null && (
        <div className="aside from">{t('from {{address}}', { address: nameText(token.last_used_ip) })}</div>
      )}
    </>
  )
}

const Clamp = ({ children }: { children: ReactNode }) => <div className="two-lines">{children}</div>
