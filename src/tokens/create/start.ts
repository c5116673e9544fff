import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import { keyOf } from '../../entities/offered.ts'
import type { Entity } from '../../entities/queries.ts'
import { shortUuid } from '../../entities/queries.ts'
import { deletedEntity, entityKind, isEntityType } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { nameText, visible } from '../../ui/names.ts'
import { DAY } from '../../ui/time.ts'
import type { FormStart, TokenRequest } from '../dialog.ts'
import { endOf, LIFETIMES, localText, presetBeyond, WARNED_LIFETIME } from '../limits/lifetime.ts'
import { networkValues, readableNetworks } from '../networks/fields.ts'
import { permissionReader } from '../permissions/constants.ts'
import type { Rank } from '../permissions/globals.ts'
import { KNOWN_PERMISSIONS } from '../permissions/permissionPhrases.ts'
import type { Binding, Token } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { emptyTokenForm } from './form.ts'
import { parseRequest } from './requestLink.ts'
import { warningOf } from './warning.ts'

/** @param maxDays the longest lifetime that this Waldur server allows, as far as known */
export function startForm(start: FormStart, maxDays: number, user: Rank): TokenFormValues {
  return start.as === 'request' ? requestForm(parseRequest(start.link).request, maxDays, user) : copyForm(start, user)
}

/**
 * A form filled from another token. The copy of a bound token is bound too: if none of its entities is left, the form
 * cannot be submitted until one is added.
 */
function copyForm(start: Exclude<FormStart, { as: 'request' }>, user: Rank): TokenFormValues {
  const { name, allowed_scopes, allowed_networks } = start.token
  const without = start.as === 'replacement' ? start.without : undefined
  const scopes = start.token.scopes.filter((scope) => !without?.includes(scope))
  const instead = start.as === 'replacement' ? start.instead : undefined
  const kept = allowed_scopes.filter(({ uuid }) => uuid === null || !instead?.of.includes(uuid))
  const places = instead?.place ? [instead.place, ...kept] : kept
  return {
    ...emptyTokenForm(),
    name: start.as === 'copy' ? t('{{name}} copy', { name }) : name,
    scopes,
    reach: allowed_scopes.length === 0 ? 'everywhere' : 'bound',
    bindings: placesOf(places),
    ...networkValues(allowed_networks),
    ...(warningOf(scopes, allowed_scopes.length > 0, user) && { lifetime: WARNED_LIFETIME }),
    ...(start.as === 'replacement' && endOfReplacement(start)),
  }
}

const endOfReplacement = ({ token, end }: { token: Token; end?: number }): Partial<TokenFormValues> =>
  end === undefined
    ? { lifetime: presetBeyond(instantMs(token.expires_at), serverNow()) }
    : { lifetime: 'custom', until: localText(end) }

/** A form filled from a request. A requested limit stays a limit, even if nothing in it could be read. */
function requestForm(
  { name, scopes: asked, bindings, networks, days }: TokenRequest,
  maxDays: number,
  user: Rank,
): TokenFormValues {
  const empty = emptyTokenForm()
  const read = permissionReader(KNOWN_PERMISSIONS)
  const scopes = [...new Set(asked.map((word) => read(word) ?? word))]
  return {
    ...empty,
    name,
    scopes,
    reach: bindings === null ? 'everywhere' : 'bound',
    bindings: placesOf((bindings ?? []).map((binding) => ({ ...binding, name: null }))),
    ...networkValues(networks ?? []),
    source: networks === null ? 'anywhere' : 'only',
    ...(warningOf(scopes, bindings !== null, user) && { lifetime: WARNED_LIFETIME }),
    ...(days !== null && lifetimeOf(days, maxDays)),
  }
}

function lifetimeOf(days: number, maxDays: number): Pick<TokenFormValues, 'lifetime' | 'until'> {
  const until = localText(serverNow() + days * DAY)
  const preset = LIFETIMES.find((lifetime) => lifetime === `${days} days`)
  return { lifetime: preset ?? (days === maxDays ? 'longest' : 'custom'), until }
}

/** What a link must contain to fill this form again. */
export function requestOf(form: TokenFormValues, nowMs: number, maxDays: number): TokenRequest {
  const end = endOf(form.lifetime, form.until, nowMs, maxDays)
  return {
    name: form.name.trim(),
    scopes: form.scopes,
    bindings: form.reach === 'everywhere' ? null : form.bindings.map(({ type, uuid }) => ({ type, uuid })),
    networks: form.source === 'anywhere' ? null : readableNetworks(form),
    days: end > nowMs ? Math.max(1, Math.round((end - nowMs) / DAY)) : null,
  }
}

/** Each place once. */
const placesOf = (bindings: readonly Binding[]): Entity[] => [
  ...new Map(bindings.flatMap((binding) => placeOf(binding) ?? []).map((place) => [keyOf(place), place])).values(),
]

/** A place of which nothing but the name may be known. */
function placeOf({ type, uuid, name }: Binding): Entity | null {
  if (uuid === null || !isEntityType(type)) return null
  const knowsAll = entityKind(type).above.length === 0
  const unknown = { above: [], parents: [], knowsAll, path: [], state: null, isGone: false }
  return { type, uuid, name: name ?? shortUuid(uuid), ...unknown }
}

/** The entities that the form cannot carry over, in words: deleted ones, and those of a type unknown to this build. */
export const leftOut = ({ allowed_scopes }: Token): string[] =>
  allowed_scopes
    .filter((binding) => placeOf(binding) === null)
    .map(({ type, uuid, name }) =>
      uuid === null
        ? deletedEntity(type)
        : t('{{name}} (unknown type {{type}})', {
            name: nameText(name ?? shortUuid(uuid)),
            type: visible(type),
          }),
    )
