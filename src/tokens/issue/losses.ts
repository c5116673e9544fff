import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { isSameList, shortNetwork } from '../networks/networks.ts'
import type { Binding, IssuedToken } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'

type Place = Pick<Binding, 'type' | 'uuid'>

/** The restrictions requested for the token, or those of the token to rotate. */
export interface Restrictions {
  /** `uuid` is null for a deleted entity, which a new token need not keep. */
  allowed_scopes: readonly Place[]
  allowed_networks?: readonly string[] | undefined
}

/** The restrictions that Waldur reports back; null if the response does not contain them. */
export type Kept = Pick<IssuedToken, 'allowed_scopes' | 'allowed_networks'>

/** Whether the response leaves open if a requested restriction was applied. */
export const isUntold = (asked: Restrictions, issued: Kept): boolean =>
  (existingPlaces(asked).length > 0 && issuedPlaces(issued) === null) ||
  (asked.allowed_networks !== undefined && asked.allowed_networks.length > 0 && issued.allowed_networks === null)

const existingPlaces = ({ allowed_scopes: places }: Restrictions) => places.filter(({ uuid }) => uuid !== null)

/**
 * Each requested restriction that the issued token is known to lack, as a sentence. An older Waldur silently drops what
 * it does not know (waldur-api, section 2.4).
 */
export function losses(asked: Restrictions, issued: Kept): string[] {
  const places = issuedPlaces(issued)
  const wanted = asked.allowed_networks ?? []
  const kept = issued.allowed_networks === null ? null : (issued.allowed_networks ?? [])
  return [
    places !== null &&
      existingPlaces(asked).some((place) => !places.some((kept) => isSamePlace(kept, place))) &&
      (places.length === 0
        ? t('This token works everywhere you have its permissions.')
        : t('Waldur left out some of the places you selected.')),
    wanted.length > 0 &&
      kept !== null &&
      !isSameList(wanted, kept) &&
      (kept.length === 0
        ? t('This token works from any IP address.')
        : t('This token works from {{networks}}.', {
            networks: listing(kept.map(shortNetwork).map(nameText), 4),
          })),
  ].filter((sentence) => sentence !== false)
}

const isSamePlace = (a: Place, b: Place): boolean => a.type === b.type && a.uuid === b.uuid
