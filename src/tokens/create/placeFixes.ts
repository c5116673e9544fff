import type { Entity } from '../../entities/queries.ts'
import type { TokenForm } from './form.ts'

/**
 * Changes that notes about a place offer. The button disappears with its note, so the choice of places takes the focus.
 */
export const placeFixes = (form: TokenForm) => {
  const change = (next: (now: readonly Entity[]) => readonly Entity[]) => {
    form.setFocus('reach')
    form.setValue('bindings', [...next(form.getValues('bindings'))], { shouldDirty: true })
    form.clearErrors('bindings')
  }
  return {
    remove: (place: Entity) => change((now) => now.filter(({ uuid }) => uuid !== place.uuid)),
    /** Puts these in the place of another, except those that are chosen already. */
    replace: (place: Entity, better: readonly Entity[]) =>
      change((now) => {
        const missing = better.filter(({ uuid }) => !now.some((one) => one.uuid === uuid))
        return now.flatMap((one) => (one.uuid === place.uuid ? missing : [one]))
      }),
    removeScopes: (useless: readonly string[]) => {
      form.setFocus('scopes')
      form.setValue('readOnly', false)
      form.setValue(
        'scopes',
        form.getValues('scopes').filter((scope) => !useless.includes(scope)),
        { shouldDirty: true },
      )
    },
  }
}
