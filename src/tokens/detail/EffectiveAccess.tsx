import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../ui/words.tsx'
import { AccessTable } from '../access/AccessTable.tsx'
import { boundPlaces } from '../places.ts'
import type { NamedPlace } from '../rules/access.ts'
import { outermost } from '../rules/access.ts'
import type { Binding, Token } from '../schema.ts'
import { useHolder } from '../useHolder.ts'
import { useBoundEntities } from './useBoundEntities.ts'

/** What the token can do with the caller's roles of today. Where the roles cannot be read, nothing is claimed. */
export function EffectiveAccess({ token }: { token: Token }) {
  const { holder, error, retry } = useHolder()
  const places = usePlaces(token.allowed_scopes)
  if (error && !holder) {
    return (
      <Notice error={error} retry={retry}>
        {t('Your roles could not be read, so it is not known what works where.')}
      </Notice>
    )
  }
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('With your roles of today. When they change, so does this, at once.')}
      </Typography>
      {holder ? (
        <AccessTable scopes={token.scopes} places={places} holder={holder} />
      ) : (
        <Skeleton variant="rounded" height={120} />
      )}
    </>
  )
}

/** The token's entities that lie in no other one, with what they lie in; of one that cannot be read that is not known. */
function usePlaces(bindings: readonly Binding[]): NamedPlace[] | null {
  const { entities } = useBoundEntities(bindings)
  const places = boundPlaces(bindings, entities)
  return places && outermost(places)
}
