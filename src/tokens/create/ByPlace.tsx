import { useMemo, useState } from 'react'
import { TypeIcon } from '../../entities/TypeIcon.tsx'
import { entityTypeLabel } from '../../entities/types.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import type { Holder, NamedPlace } from '../access/access.ts'
import { followsRole } from '../access/follows.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import segmentsStyles from './segments.css?inline'
import styles from './shares.css?inline'
import type { By, Share } from './shares.ts'
import { atOnce, sharesOf } from './shares.ts'

adoptStyles(styles)
adoptStyles(segmentsStyles)

interface Props {
  scopes: readonly string[]
  places: readonly NamedPlace[]
  holder: Holder
}

/** A line for each place, or for each permission, with the share of what works: the worst first. */
export function ByPlace({ scopes, places, holder }: Props) {
  const words = usePermissionWords()
  const [by, setBy] = useState<By>('place')
  const [all, setAll] = useState(false)
  const shares = useMemo(() => sharesOf(by, scopes, places, holder), [by, scopes, places, holder])
  const few = atOnce(shares)
  const shown = all ? shares : shares.slice(0, few)
  const rest = shares.slice(shown.length)
  const named = new Map(places.map((place) => [place.uuid, place]))
  const nameOf = ({ key }: Share) => (by === 'place' ? nameText(named.get(key)?.name ?? '') : words(key).label)
  return (
    <>
      <div className="pane-head">
        <h3>{t('What works today')}</h3>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons, not fields */}
        <div className="segments" data-small role="group" aria-label={t('View')}>
          <button type="button" aria-pressed={by === 'place'} onClick={() => setBy('place')}>
            {t('By place')}
          </button>
          <button type="button" aria-pressed={by === 'permission'} onClick={() => setBy('permission')}>
            {t('By permission')}
          </button>
        </div>
      </div>
      <ul className="shares">
        {shown.map((share) => {
          const place = by === 'place' ? named.get(share.key) : undefined
          return (
            <li key={share.key} data-icon={place && true}>
              {place && <TypeIcon type={place.type} />}
              <span>
                <b>{place ? <Name of={place.name} /> : words(share.key).label}</b>
                {place && <small>{entityTypeLabel(place.type)}</small>}
              </span>
              <ShareBar {...share} />
              <span>{shareText(share)}</span>
            </li>
          )
        })}
      </ul>
      {shares.length > few && (
        <div className="shares-rest">
          <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? t('Show fewer')
              : by === 'place'
                ? t('{{count}} more places', { count: rest.length, defaultValue_one: '1 more place' })
                : t('{{count}} more permissions', { count: rest.length, defaultValue_one: '1 more permission' })}
          </LinkButton>
          <bdi>{listing(rest.map(nameOf), 3)}</bdi>
        </div>
      )}
    </>
  )
}

const ShareBar = ({ count, total }: Share) => (
  <svg className="share" aria-hidden="true">
    {total > 0 && (
      <>
        <rect width="100%" height="6" rx="3" />
        <rect width={`${(count / total) * 100}%`} height="6" rx="3" />
      </>
    )}
  </svg>
)

const shareText = ({ key, count, total }: Share): string =>
  total > 0 ? t('{{count}} of {{total}}', { count, total }) : followsRole(key) ? t('follows your role') : t('not known')
