import PublicOutlined from '@mui/icons-material/PublicOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import type { ReactNode } from 'react'
import { entityKind, isEntityType } from '../../entities/types.ts'
import { nameText } from '../../ui/names.ts'
import { When } from '../../ui/When.tsx'
import { listing, t } from '../../ui/words.tsx'
import { usePermissionWords } from '../permissions.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import type { Binding, Token } from '../schema.ts'

/** "3 · List order, Create order and 1 more" */
export function ScopesCell({ scopes }: Pick<Token, 'scopes'>) {
  const words = usePermissionWords()
  const global = scopes.filter(isGlobal)
  // A global permission outranks all others, so it is never behind "more".
  const ordered = [...global, ...scopes.filter((scope) => !isGlobal(scope))]
  return (
    <Clamp>
      {global.length > 0 && (
        <WarningAmber titleAccess={t('Global')} fontSize="inherit" className="in-text" color="warning" />
      )}
      {listing(
        ordered.map((scope) => words(scope).label),
        2,
      )}
    </Clamp>
  )
}

/** Names of what the token is bound to. Bound to deleted entities only, it reaches nothing; it is not unrestricted. */
export function BindingsCell({ bindings }: { bindings: readonly Binding[] }) {
  if (bindings.length === 0) {
    return (
      <Clamp>
        <PublicOutlined fontSize="inherit" className="in-text" color="disabled" />
        {t('Everywhere')}
      </Clamp>
    )
  }
  const living = bindings.filter(({ uuid }) => uuid !== null)
  if (living.length === 0) {
    return (
      <Clamp>
        <WarningAmber fontSize="inherit" className="in-text" color="warning" />
        {t('Nothing left: what it was bound to is deleted')}
      </Clamp>
    )
  }
  return <Clamp>{listing([...living, ...bindings.filter(({ uuid }) => uuid === null)].map(bindingName), 2)}</Clamp>
}

const bindingName = ({ type, uuid, name }: Binding): string =>
  uuid === null
    ? t('a deleted {{type}}', { type: isEntityType(type) ? entityKind(type).one() : type })
    : nameText(name ?? '')

/** "3 minutes ago", "from 10.1.2.3"; or "Never used" */
export function LastUsedCell({ token }: { token: Token }) {
  if (token.last_used_at === null) return <div className="aside">{t('Never used')}</div>
  return (
    <>
      <When at={token.last_used_at} />{' '}
      {token.last_used_ip !== null && (
        <div className="aside from">{t('from {{address}}', { address: token.last_used_ip })}</div>
      )}
    </>
  )
}

const Clamp = ({ children }: { children: ReactNode }) => <div className="two-lines">{children}</div>
