import { useMemo } from 'react'
import { useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import type { Offer } from '../../entities/offered.ts'
import { keyOf } from '../../entities/offered.ts'
import { t } from '../../ui/i18n.tsx'
import { useHolder } from '../access/useHolder.ts'
import type { TokenForm } from './form.ts'
import { placeScopes } from './form.ts'
import { placeWords } from './placeWords.ts'
import { narrowestFirst, useRolePlaces } from './rolePlaces.ts'

/**
 * The places to suggest, by the caller's roles: first those with a role, then those inside them, each with what the
 * chosen permissions do there.
 */
export function useOffer(control: TokenForm['control']): Offer {
  const rolePlaces = useRolePlaces()
  const { holder } = useHolder()
  const { is_staff: isStaff } = useUser()
  const [scopes, readOnly, bindings] = useWatch({ control, name: ['scopes', 'readOnly', 'bindings'] })
  return useMemo(() => {
    const held = new Set(rolePlaces.map(({ uuid }) => uuid))
    const added = new Set(bindings.map(keyOf))
    const wanted = placeScopes({ scopes, readOnly })
    return {
      first:
        wanted.length > 0 ? narrowestFirst(rolePlaces, (place) => placeWords(wanted, place, holder).share) : rolePlaces,
      sections: [t('Your roles are here'), t('Inside them')],
      describe: (entity) => ({
        section: held.has(entity.uuid) ? 0 : entity.above.some((uuid) => held.has(uuid)) ? 1 : null,
        isAdded: added.has(keyOf(entity)),
        ...placeWords(wanted, entity, holder),
      }),
      unseen: isStaff ? null : t('You only see places you have access to.'),
    }
  }, [rolePlaces, holder, isStaff, scopes, readOnly, bindings])
}
