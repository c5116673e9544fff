import { useFieldArray, useWatch } from 'react-hook-form'
import { keyOf } from '../../entities/offered.ts'
import type { Entity } from '../../entities/queries.ts'
import type { TokenForm } from './form.ts'

export type Places = ReturnType<typeof usePlaces>

/** The places of the form, and their changes by hand. Each place keeps its error. */
export function usePlaces(form: TokenForm) {
  const chosen = useWatch({ control: form.control, name: 'bindings' })
  const { append, remove } = useFieldArray({ control: form.control, name: 'bindings' })
  const indexOf = (place: Entity) => form.getValues('bindings').findIndex((one) => keyOf(one) === keyOf(place))
  return {
    chosen,
    remove: (place: Entity) => remove(indexOf(place)),
    /** Adds the place, or removes it if it is there. */
    toggle: (place: Entity) => {
      const index = indexOf(place)
      if (index !== -1) return remove(index)
      append(place, { shouldFocus: false })
      form.clearErrors('reach')
    },
  }
}
