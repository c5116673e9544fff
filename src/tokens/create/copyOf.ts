import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import type { Entity } from '../../entities/queries.ts'
import { shortUuid } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import { entityTypeLabel, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/words.tsx'
import { networkValues } from '../networks/fields.ts'
import { presetBeyond } from '../rules/lifetime.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import type { Binding, Token } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { emptyTokenForm } from './form.ts'

/** A token whose form is another one's: beside it, or to be used instead of it. */
export interface CopyOf {
  token: Token
  as: 'copy' | 'replacement'
}

/**
 * The form filled with what another token is. A bound token's copy is bound as well: where none of its entities is
 * left, the form cannot be sent before there is one.
 */
export function copyForm({ token, as }: CopyOf): TokenFormValues {
  const { scopes, allowed_scopes, allowed_networks, expires_at } = token
  const empty = emptyTokenForm()
  return {
    ...empty,
    name: as === 'copy' ? t('{{name}} copy', { name: token.name }) : token.name,
    scopes,
    reach: allowed_scopes.length === 0 ? 'everywhere' : 'bound',
    bindings: allowed_scopes.flatMap((binding) => row(binding) ?? []),
    ...networkValues(allowed_networks),
    ...(scopes.some(isGlobal) && { lifetime: '7 days' as const }),
    ...(as === 'replacement' && { lifetime: presetBeyond(instantMs(expires_at), serverNow()) }),
  }
}

function row({ type, uuid, name }: Binding): { type: EntityType; entity: Entity } | null {
  if (uuid === null || !isEntityType(type)) return null
  const unknown = { above: [], knowsAll: false, path: [], state: null, isGone: false }
  return { type, entity: { uuid, name: name ?? shortUuid(uuid), ...unknown } }
}

/** The entities that the form cannot take over, in words: deleted ones, and those of a type that this build does not know. */
export const leftOut = ({ allowed_scopes }: Token): string[] =>
  allowed_scopes
    .filter((binding) => row(binding) === null)
    .map(({ type, uuid, name }) =>
      uuid === null
        ? t('{{name}} (deleted)', { name: name ?? entityTypeLabel(type) })
        : t('{{name}} (of an unknown type, {{type}})', { name: name ?? shortUuid(uuid), type }),
    )
