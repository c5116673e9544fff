import { nameText } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import { isSameList, shortNetwork } from '../networks/networks.ts'
import type { IssuedToken } from '../schema.ts'
import { issuedPlaces } from '../schema.ts'
import { lostBindings } from './bindings.ts'

/** What the issued token was to be restricted to. */
export interface Restrictions {
  allowed_scopes: readonly { type: string; uuid: string }[]
  allowed_networks?: readonly string[] | undefined
}

/** What Waldur says that it kept of it; null is what its answer does not tell. */
export type Kept = Pick<IssuedToken, 'allowed_scopes' | 'allowed_networks'>

/** Whether the answer leaves open if something that was asked for was kept. */
export const isUntold = (asked: Restrictions, issued: Kept): boolean =>
  (asked.allowed_scopes.length > 0 && issuedPlaces(issued) === null) ||
  (asked.allowed_networks !== undefined && asked.allowed_networks.length > 0 && issued.allowed_networks === null)

/**
 * Each restriction that was asked for and that the issued token is known not to carry, in a sentence. An older Waldur
 * drops what it does not know, without a word (waldur-api, section 2.4).
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
