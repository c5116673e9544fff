import { useEffect, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { USUAL_LIFETIME, WARNED_LIFETIME } from '../limits/lifetime.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'

/** Short-lived once it is dangerous, unless somebody has chosen otherwise. */
export function useShortLife(form: UseFormReturn<TokenFormValues, unknown, NewToken>, isWarned: boolean): void {
  const was = useRef(isWarned)
  useEffect(() => {
    const turns = isWarned && !was.current
    was.current = isWarned
    if (turns && form.getValues('lifetime') === USUAL_LIFETIME) form.setValue('lifetime', WARNED_LIFETIME)
  }, [form, isWarned])
}
