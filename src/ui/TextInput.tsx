import type { ComponentProps } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useFormState } from 'react-hook-form'
import { langOf } from './formErrors.ts'
import { TextField } from './TextField.tsx'

type Props<Values extends FieldValues, Output> = {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
} & Omit<
  ComponentProps<typeof TextField>,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'
>

/**
 * The one place where a text field meets the form. The form's ref goes to the input, so that errors can focus it. The
 * text is the browser's and no render resets it, because a password manager may fill it without an event. For the same
 * reason the label is never inside the field.
 */
export function TextInput<Values extends FieldValues, Output>({
  control,
  name,
  helperText,
  slotProps,
  ...props
}: Props<Values, Output>) {
  const { error } = control.getFieldState(name, useFormState({ control, name }))
  const { ref, ...bound } = control.register(name)
  return (
    <TextField
      {...props}
      {...bound}
      inputRef={ref}
      slotProps={{ ...slotProps, inputLabel: { shrink: true } }}
      error={error !== undefined}
      helperText={error ? <span lang={langOf(error)}>{error.message}</span> : helperText}
      fullWidth
    />
  )
}
