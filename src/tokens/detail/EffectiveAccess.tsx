import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { AccessTable } from '../access/AccessTable.tsx'
import { outermost } from '../access/access.ts'
import { EveryToken } from '../access/EveryToken.tsx'
import { followsRole } from '../access/follows.ts'
import { boundPlaces } from '../access/places.ts'
import { staffText } from '../access/staffText.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { useHolder } from '../access/useHolder.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'
import { AccessNotes } from './AccessNotes.tsx'

/** What the token can do with the user's current roles. If the roles cannot be read, it claims nothing. */
export function EffectiveAccess({ token }: { token: Token }) {
  const { holder, error, retry } = useHolder()
  const { entities, isLoading } = useBoundEntities(token.allowed_scopes)
  const places = boundPlaces(token.allowed_scopes, entities)
  const basis = holder?.isStaff
    ? asStaffText(token)
    : token.scopes.every(isGlobal)
      ? null
      : t('Based on your current roles. If they change, so does this, at the latest a day later.')
  return (
    <Stack spacing={2}>
      {error && !holder ? (
        <Notice error={error} retry={retry}>
          {t('Your roles could not be read, so it is not known what works where.')}
        </Notice>
      ) : holder && !isLoading ? (
        <div>
          {basis !== null && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
              {basis}
            </Typography>
          )}
          <AccessTable scopes={token.scopes} places={places && outermost(places)} holder={holder} />
          <AccessNotes scopes={token.scopes} places={places} holder={holder} />
        </div>
      ) : (
        <Skeleton variant="rounded" height={120} />
      )}
      <EveryToken limited={token.allowed_scopes.length > 0} />
    </Stack>
  )
}

/** Staff need no role. For a token that works everywhere, the health section says so. */
function asStaffText({ scopes, allowed_scopes }: Token): string | null {
  if (!scopes.some((scope) => !followsRole(scope) && !isGlobal(scope))) {
    return staffText('reads')
  }
  return allowed_scopes.length === 0 ? null : staffText('limited')
}
