import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { User } from '../../auth/user.ts'
import { useUser } from '../../auth/user.ts'
import { pathText } from '../../entities/placeText.ts'
import type { Entity } from '../../entities/queries.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { followsRole } from '../access/follows.ts'
import { useBoundEntities } from '../access/useBoundEntities.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { Token } from '../schema.ts'

/** Each entity with its parents, to tell entities with the same name apart. */
export function Bindings({ token: { scopes, allowed_scopes: bindings } }: { token: Token }) {
  const user = useUser()
  const { entities } = useBoundEntities(bindings)
  if (bindings.length === 0) return <Typography>{everywhereText(scopes, user)}</Typography>
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('Its permissions work only in these places and inside them.')}
      </Typography>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}
      >
        {bindings.map(({ type, uuid, name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: deleted entities have no uuid, and the list never changes
          <Box component="li" key={index} sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
            <Typography variant="body2" sx={{ color: 'text.secondary', minWidth: 150 }}>
              {entityTypeLabel(type)}
            </Typography>
            {uuid === null ? (
              <Box
                component="span"
                sx={{ color: 'warning.main', display: 'inline-flex', gap: 0.75, alignItems: 'center' }}
              >
                <WarningAmber sx={{ fontSize: 18 }} /> {t('Deleted: it gives access to nothing')}
              </Box>
            ) : (
              // A single character may be wider than a phone: ﷽.
              <Typography component="bdi" sx={{ fontWeight: 550, minWidth: 0, overflowX: 'clip' }}>
                {nameText(name ?? '')}
              </Typography>
            )}
            <Where entity={entities[index]} />
          </Box>
        ))}
      </Box>
    </>
  )
}

function everywhereText(scopes: readonly string[], { is_staff, is_support }: User): string {
  if (scopes.every(followsRole)) return t('Everywhere you can see')
  if (scopes.every(isGlobal) && (is_staff || is_support)) return t('In all of Waldur, whatever your roles')
  return is_staff
    ? t('As staff, in every organization, project and resource')
    : t('Everywhere you have its permissions. Your roles still decide what it can do in each place.')
}

function Where({ entity }: { entity: Entity | undefined }) {
  const path = entity ? pathText(entity) : ''
  if (path === '') return null
  return (
    <Typography component="bdi" variant="body2" sx={{ color: 'text.secondary', minWidth: 0, overflowX: 'clip' }}>
      {path}
    </Typography>
  )
}
