import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { USUAL_LIFETIME, WARNED_LIFETIME } from '../limits/lifetime.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'

/** Shortens the lifetime of a dangerous token, unless the user has chosen one. */
export function useShortLife(form: UseFormReturn<TokenFormValues, unknown, NewToken>, isWarned: boolean): void {
  const was = useRef(isWarned)
  useEffect(() => {
    const turns = isWarned && !was.current
    was.current = isWarned
    if (turns && form.getValues('lifetime') === USUAL_LIFETIME) form.setValue('lifetime', WARNED_LIFETIME)
  }, [form, isWarned])
}
