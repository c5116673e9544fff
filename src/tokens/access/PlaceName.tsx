import { pathText } from '../../entities/placeText.ts'
import type { Entity } from '../../entities/queries.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import type { NamedPlace } from './access.ts'
import styles from './place.css?inline'

adoptStyles(styles)

interface Props {
  place: NamedPlace
  /** With its parents; null if they are unknown. */
  entity: Entity | null
}

/**
 * The name of a place, and below it its type and what it is in. Of a deleted place the type may be all that is left.
 */
export function PlaceName({ place, entity }: Props) {
  const type = entityTypeLabel(place.type)
  const path = entity ? pathText(entity) : ''
  return (
    <span className="place-name">
      <b>
        <Name of={place.name} />
      </b>
      {path !== '' ? (
        <bdi>
          <Trans text={t('{{type}} in [[place]]', { type, place: path })} />
        </bdi>
      ) : (
        place.name !== type && <bdi>{type}</bdi>
      )}
    </span>
  )
}
