import type { UseFormReturn } from 'react-hook-form'
import * as z from 'zod/mini'
import { serverNow } from '../../api/serverClock.ts'
import { toWire } from '../../api/wire.ts'
import type { Entity } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { READING } from '../access/readOnly.ts'
import type { Job } from '../dialog.ts'
import { dateProblem } from '../limits/dateProblem.ts'
import { endOf, LIFETIMES, localText, USUAL_LIFETIME, USUAL_MAX_DAYS } from '../limits/lifetime.ts'
import { networkFields, networksOf, networkValues } from '../networks/fields.ts'
import type { Rank } from '../permissions/globals.ts'
import { isGlobal, rejectedGlobals } from '../permissions/globals.ts'
import type { NewToken } from '../schema.ts'
import { everywhereButton, everywhereWords } from './reachWords.ts'
import { nameProblem } from './tokenName.ts'
import { warningOf } from './warning.ts'

type Complain = (path: (string | number)[], message: string) => void

/** What the form needs to know about Waldur and the caller when it is submitted. */
interface FormContext {
  /** The types that these permissions can be bound to; null until known. */
  typesFor: (scopes: readonly string[]) => readonly EntityType[] | null
  /** False if this Waldur server is known not to limit tokens to places. */
  hasPlaces: () => boolean
  /** Why Waldur will certainly reject a place, in words; otherwise null. */
  rejectionOf: (scopes: readonly string[], entity: Entity) => string | null
  maxDays: () => number
  /** Whether the field of the date contains something that the browser can’t read. */
  isDateWithheld: () => boolean
  user: Rank
}

/** The values on the screen, transformed into the request body, with all errors at once. */
export const tokenForm = ({ maxDays, isDateWithheld, user, ...context }: FormContext) =>
  z.pipe(
    z.object({
      name: z.string(),
      scopes: z.array(z.string()),
      /** Whether the permissions are the read-only template's; then they follow the places. */
      readOnly: z.boolean(),
      /** The statement that the user has confirmed, see `confirmationFor`. */
      understood: z.string(),
      reach: z.enum(['everywhere', 'bound']),
      // Kept while hidden or invalid, so that no input is dropped without the user.
      bindings: z.array(z.custom<Entity>()),
      ...networkFields,
      lifetime: z.enum(LIFETIMES),
      /** Local date and time, for `custom`. */
      until: z.string(),
    }),
    z.transform((form, { issues }): NewToken => {
      const complain: Complain = (path, message) => issues.push({ code: 'custom', path, message, input: form })
      const name = form.name.trim()
      const problem = nameProblem(name)
      if (problem !== null) complain(['name'], problem)
      if (form.scopes.length === 0) complain(['scopes'], t('Select at least one permission.'))
      if (rejectedGlobals(form.scopes, user).length > 0) complain(['scopes'], t('Remove the global permission.'))
      const confirmation = confirmationFor(form, user)
      if (confirmation !== null && form.understood !== confirmation) {
        complain(
          ['understood'],
          form.scopes.some(isGlobal)
            ? t('Check this box or remove the global permission.')
            : context.hasPlaces()
              ? t('Check this box or limit the token to places.')
              : t('Check this box.'),
        )
      }
      return {
        name,
        scopes: form.scopes,
        allowed_scopes: form.reach === 'bound' ? boundTo(form, { ...context, user }, complain) : [],
        // Networks are never sent to a Waldur server without them, unless the user asks for them.
        ...(form.source === 'only' && { allowed_networks: networksOf(form, complain) }),
        expires_at: toWireOrComplain(form, maxDays(), isDateWithheld, complain),
      }
    }),
  )

export type TokenFormValues = z.input<ReturnType<typeof tokenForm>>

/** The form as its parts receive it. */
export type TokenForm = UseFormReturn<TokenFormValues, unknown, NewToken>

const NO_JOB: Job = { scopes: [], readOnly: false }

export const emptyTokenForm = ({ scopes, readOnly }: Job = NO_JOB): TokenFormValues => ({
  name: '',
  scopes: [...scopes],
  readOnly,
  understood: '',
  reach: 'everywhere',
  bindings: [],
  ...networkValues(),
  lifetime: USUAL_LIFETIME,
  until: localText(endOf(USUAL_LIFETIME, '', serverNow(), USUAL_MAX_DAYS)),
})

/**
 * What the user has to confirm, or null. Each warning has its own key, so that confirming one does not confirm another.
 */
export function confirmationFor(
  { scopes, reach }: Pick<TokenFormValues, 'scopes' | 'reach'>,
  user: Rank,
): string | null {
  const warning = warningOf(scopes, reach === 'bound', user)
  return warning && [warning, ...scopes.filter(isGlobal).sort()].join()
}

/** Why these permissions cannot be bound to entities, or null (waldur-api, section 6.3). */
export function globalConflict(
  { reach, scopes, readOnly }: Pick<TokenFormValues, 'reach' | 'scopes' | 'readOnly'>,
  isStaff: boolean,
): string | null {
  const scope = scopes.find(isGlobal)
  if (reach === 'everywhere' || scope === undefined) return null
  return t('[[scope]] is global and can’t be limited to places. Remove it or choose “{{choice}}”.', {
    scope,
    choice: everywhereWords({ scopes, readOnly }, isStaff).label,
  })
}

/** For a place whose type fits no chosen permission. Waldur would reject it (waldur-api, section 7.3). */
export const misfitText = (): string =>
  t('None of the selected permissions can be limited to this type. Change the permissions or remove this place.')

/** The permissions that decide where the token can be limited to. The read-only template adapts to its places. */
export const placeScopes = ({ readOnly, scopes }: Pick<TokenFormValues, 'readOnly' | 'scopes'>): readonly string[] =>
  readOnly ? READING : scopes

function boundTo(
  form: TokenFormValues,
  { typesFor, hasPlaces, rejectionOf, user }: Omit<FormContext, 'maxDays' | 'isDateWithheld'>,
  complain: Complain,
): NewToken['allowed_scopes'] {
  if (!hasPlaces()) {
    // Waldur would silently drop the places, and the token would work everywhere.
    complain(['reach'], t('Choose “{{choice}}”.', { choice: everywhereButton() }))
    return []
  }
  const types = typesFor(placeScopes(form))
  const conflict = globalConflict(form, user.is_staff)
  if (conflict !== null) complain(['reach'], conflict)
  else if (form.bindings.length === 0) {
    const choice = everywhereWords(form, user.is_staff).label
    complain(['reach'], t('Add at least one place or choose “{{choice}}”.', { choice }))
  }
  return form.bindings.map((entity, index) => {
    const { type, uuid } = entity
    const fits = !types || conflict !== null || types.includes(type)
    const rejection = fits && conflict === null ? rejectionOf(form.scopes, entity) : null
    if (!fits) complain(['bindings', index], misfitText())
    else if (rejection !== null) complain(['bindings', index], rejection)
    return { type, uuid }
  })
}

function toWireOrComplain(
  { lifetime, until }: TokenFormValues,
  maxDays: number,
  isWithheld: () => boolean,
  complain: Complain,
): string {
  const now = serverNow()
  const end = endOf(lifetime, until, now, maxDays)
  if (end > now) return toWire(end)
  complain(
    ['until'],
    Number.isNaN(end) ? dateProblem(until, isWithheld()) : t('This time is in the past. Choose a later one.'),
  )
  return ''
}
