import type { FormEvent } from 'react'
import type { FieldPath, FieldPathValue, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Takes over what these text fields show when their form is submitted: a password manager may have filled them without
 * an event. A field that isn't rendered keeps its value.
 */
export function takeFilled<Values extends FieldValues, Output>(
  form: Pick<UseFormReturn<Values, unknown, Output>, 'getValues' | 'setValue'>,
  { currentTarget }: FormEvent<HTMLFormElement>,
  ...names: FieldPath<Values>[]
): void {
  const shown = new FormData(currentTarget)
  for (const name of names) {
    const text = shown.get(name)
    // The values of text fields are texts, which a form's type doesn't say of the fields with these names.
    if (text !== null && text !== form.getValues(name)) form.setValue(name, text as FieldPathValue<Values, typeof name>)
  }
}
