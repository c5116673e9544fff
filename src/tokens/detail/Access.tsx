import { useMemo } from 'react'
import { t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { EveryToken } from '../access/EveryToken.tsx'
import { useHolder } from '../access/useHolder.ts'
import { OpenedCalls } from '../calls/OpenedCalls.tsx'
import { byGroup } from '../permissions/permissionWords.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { Token } from '../schema.ts'
import { AccessNotes } from './AccessNotes.tsx'
import { AccessSet } from './AccessSet.tsx'
import { AccessWorks } from './AccessWorks.tsx'
import { Card } from './Card.tsx'
import { useBoundPlaces } from './useBoundPlaces.ts'

/**
 * What the token can do and where: its permissions by group in its places, with the user's current roles. If the roles
 * cannot be read, or the token no longer works, it only says what was set.
 * @param works false for a token that can't do anything now
 */
export function Access({ token, works }: { token: Token; works: boolean }) {
  const words = usePermissionWords()
  const { holder, error, retry } = useHolder(false)
  const bound = useBoundPlaces(token)
  const { scopes, allowed_scopes: bindings } = token
  const groups = useMemo(() => byGroup(new Set(scopes), words), [scopes, words])
  const limited = bindings.length > 0
  const count = scopes.length
  return (
    <Card
      title={t('Access')}
      aside={
        <p>
          {t('{{count}} permissions', { count, defaultValue_one: '1 permission' })}
          {limited && ` · ${t('{{count}} places', { count: bindings.length, defaultValue_one: '1 place' })}`}
        </p>
      }
    >
      {(id) => (
        <>
          <Notice error={works && holder === null && error} retry={retry}>
            {t('Your roles couldn’t be loaded, so this page can’t tell what works.')}
          </Notice>
          {works && holder ? (
            <>
              <AccessWorks token={token} groups={groups} bound={bound} holder={holder} labelledBy={id} />
              <AccessNotes scopes={scopes} places={bound.places} holder={holder} />
            </>
          ) : (
            <AccessSet token={token} groups={groups} bound={bound} />
          )}
          {works && (
            <>
              <div className="card-part card-calls">
                <OpenedCalls scopes={scopes} places={bound.places} holder={holder} />
              </div>
              <div className="card-part">
                <EveryToken limited={limited} />
              </div>
            </>
          )}
        </>
      )}
    </Card>
  )
}
