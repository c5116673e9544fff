import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { isSameList, shortNetwork } from '../networks/networks.ts'
import type { IssuedToken } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'
import { lostBindings } from './bindings.ts'

/** The restrictions requested for the token. */
export interface Restrictions {
  allowed_scopes: readonly { type: string; uuid: string }[]
  allowed_networks?: readonly string[] | undefined
}

/** The restrictions that Waldur reports back; null if the response does not contain them. */
export type Kept = Pick<IssuedToken, 'allowed_scopes' | 'allowed_networks'>

/** Whether the response leaves open if a requested restriction was applied. */
export const isUntold = (asked: Restrictions, issued: Kept): boolean =>
  (asked.allowed_scopes.length > 0 && issuedPlaces(issued) === null) ||
  (asked.allowed_networks !== undefined && asked.allowed_networks.length > 0 && issued.allowed_networks === null)

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
      lostBindings(asked.allowed_scopes, places).length > 0 &&
      (places.length === 0
        ? t('It issued a token that works everywhere your permissions reach.')
        : t('It left out some of the entities that you chose.')),
    wanted.length > 0 &&
      kept !== null &&
      !isSameList(wanted, kept) &&
      (kept.length === 0
        ? t('It issued a token that works from any address.')
        : t('It issued a token that works from {{networks}}.', {
            networks: listing(kept.map(shortNetwork).map(nameText), 4),
          })),
  ].filter((sentence) => sentence !== false)
}
