import { useContext } from 'react'
import { instantMs } from '../../api/wire.ts'
import { number, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { relative } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { PlaceLink } from './PlaceLink.tsx'

/**
 * "8 active. nightly-backup expires next, in 3 days." The link is not the name, so that the name stays the name of one
 * link on the page.
 * @param next the active token that expires first
 * @param isPart whether there are others, which could not be read
 */
export function NextExpiration({ active, next, isPart }: { active: number; next: Token | undefined; isPart: boolean }) {
  const now = useNow()
  const values = { count: active, shown: number(active) }
  if (useContext(TurnedOffContext)) return t('{{shown}} turned off', { shown: number(active) })
  if (isPart) return next && t('At least {{shown}} active', { shown: number(active) })
  if (!next) return t('No active tokens')
  return (
    <Trans
      text={t('{{shown}} active. [[name]] expires next, [[when]].', {
        ...values,
        defaultValue_one: '{{shown}} active. [[name]] expires [[when]].',
      })}
      name={<Name of={next.name} strong />}
      when={
        <PlaceLink uuid={next.uuid} className="next">
          {relative(instantMs(next.expires_at), now)}
        </PlaceLink>
      }
    />
  )
}
