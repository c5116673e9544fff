import * as z from 'zod/mini'
import { serverNow } from '../../api/serverClock.ts'
import { toWire } from '../../api/wire.ts'
import type { Entity } from '../../entities/queries.ts'
import type { EntityType } from '../../entities/types.ts'
import { t } from '../../ui/words.tsx'
import { networkFields, networksOf, networkValues } from '../networks/fields.ts'
import { endOf, LIFETIMES, localText, USUAL_LIFETIME, USUAL_MAX_DAYS } from '../rules/lifetime.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import type { NewToken } from '../schema.ts'
import { nameProblem } from './tokenName.ts'

type Complain = (path: (string | number)[], message: string) => void

/** The types that these permissions can be bound to; null while that is not known. */
type TypesFor = (scopes: readonly string[]) => readonly EntityType[] | null

/** What is on the screen; turned into the request's body, with every complaint at once. */
export const tokenForm = (typesFor: TypesFor, maxDays: () => number) =>
  z.pipe(
    z.object({
      name: z.string(),
      scopes: z.array(z.string()),
      /** That a global permission acts in all of Waldur; asked only where one is chosen. */
      knowsGlobal: z.boolean(),
      reach: z.enum(['everywhere', 'bound']),
      // Kept while hidden or not sendable: nothing that was entered is dropped without the user.
      bindings: z.array(z.object({ type: z.custom<EntityType | ''>(), entity: z.custom<Entity | null>() })),
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
      if (form.scopes.length === 0) complain(['scopes'], t('Choose at least one permission.'))
      if (form.scopes.some(isGlobal) && !form.knowsGlobal) {
        complain(['knowsGlobal'], t('Tick this, or take the global permission out.'))
      }
      return {
        name,
        scopes: form.scopes,
        allowed_scopes: form.reach === 'bound' ? boundTo(form, typesFor(form.scopes), complain) : [],
        // A Waldur that knows no networks is never sent any, unless somebody asks for them.
        ...(form.source === 'only' && { allowed_networks: networksOf(form, complain) }),
        expires_at: toWireOrComplain(form, maxDays(), complain),
      }
    }),
  )

export type TokenFormValues = z.input<ReturnType<typeof tokenForm>>

export const emptyTokenForm = (): TokenFormValues => ({
  name: '',
  scopes: [],
  knowsGlobal: false,
  reach: 'everywhere',
  bindings: [],
  ...networkValues(),
  lifetime: USUAL_LIFETIME,
  until: localText(endOf(USUAL_LIFETIME, '', serverNow(), USUAL_MAX_DAYS)),
})

/** Why these permissions cannot be bound to entities, or null (waldur-api, section 6.3). */
export function globalConflict({ reach, scopes }: Pick<TokenFormValues, 'reach' | 'scopes'>): string | null {
  const global = scopes.find(isGlobal)
  if (reach === 'everywhere' || global === undefined) return null
  return t(
    '{{scope}} is global and cannot be limited to entities. Remove that permission, or choose “Everywhere my permissions reach”.',
    { scope: global },
  )
}

/** For a row whose type no chosen permission fits: Waldur would refuse it (waldur-api, section 7.3). */
export const misfitText = (): string =>
  t('None of the chosen permissions can be limited to this type. Change the permissions, or remove this entity.')

function boundTo(
  form: TokenFormValues,
  types: readonly EntityType[] | null,
  complain: Complain,
): NewToken['allowed_scopes'] {
  const conflict = globalConflict(form)
  if (conflict !== null) complain(['reach'], conflict)
  else if (form.bindings.length === 0) {
    complain(['reach'], t('Add at least one entity, or choose “Everywhere my permissions reach”.'))
  }
  const seen = new Set<string>()
  return form.bindings.flatMap(({ type, entity }, index) => {
    const fits = type === '' || !types || conflict !== null || types.includes(type)
    if (!fits) complain(['bindings', index, 'type'], misfitText())
    else if (entity === null) complain(['bindings', index, 'entity'], t('Choose an entity from the list.'))
    else if (seen.has(entity.uuid)) complain(['bindings', index, 'entity'], t('This entity is there already.'))
    if (type === '' || entity === null) return []
    seen.add(entity.uuid)
    return [{ type, uuid: entity.uuid }]
  })
}

function toWireOrComplain({ lifetime, until }: TokenFormValues, maxDays: number, complain: Complain): string {
  const now = serverNow()
  const end = endOf(lifetime, until, now, maxDays)
  if (end > now) return toWire(end)
  complain(
    ['until'],
    Number.isNaN(end)
      ? t('Choose a date and a time that exist in your time zone.')
      : t('This moment has passed. Choose a later one.'),
  )
  return ''
}
