import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import type { Offer } from '../../entities/offered.ts'
import { t } from '../../ui/i18n.tsx'
import { useHolder } from '../access/useHolder.ts'
import type { TokenForm } from './form.ts'
import { placeScopes } from './form.ts'
import { placeWords } from './placeWords.ts'
import { useRolePlaces } from './rolePlaces.ts'

/**
 * The places to suggest, by the caller's roles: first those with a role, then those below them, each with what the
 * chosen permissions do there.
 */
export function useOffer(control: TokenForm['control']): Offer {
  const first = useRolePlaces()
  const { holder } = useHolder()
  const [scopes, readOnly, bindings] = useWatch({ control, name: ['scopes', 'readOnly', 'bindings'] })
  return useMemo(() => {
    const held = new Set(first.map(({ uuid }) => uuid))
    const added = new Set(bindings.map(({ entity }) => entity?.uuid))
    const wanted = placeScopes({ scopes, readOnly })
    return {
      first,
      sections: [t('Your roles are here'), t('Below your roles')],
      describe: (entity) => ({
        section: held.has(entity.uuid) ? 0 : entity.above.some((uuid) => held.has(uuid)) ? 1 : null,
        isAdded: added.has(entity.uuid),
        ...placeWords(wanted, entity, holder),
      }),
    }
  }, [first, holder, scopes, readOnly, bindings])
}
