import type { ComponentProps } from 'react'
import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { TextField } from './TextField.tsx'

type Props<Values extends FieldValues, Output> = {
  control: Control<Values, unknown, Output>
  name: FieldPath<Values>
} & Omit<
  ComponentProps<typeof TextField>,
  'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'
>

/** The one place where a text field meets the form. The form's ref goes to the input, so that errors can focus it. */
export function TextInput<Values extends FieldValues, Output>({
  control,
  name,
  helperText,
  ...props
}: Props<Values, Output>) {
  const { field, fieldState } = useController({ control, name })
  const { ref, ...bound } = field
  return (
    <TextField
      {...props}
      {...bound}
      inputRef={ref}
      error={fieldState.invalid}
      helperText={fieldState.error?.message ?? helperText}
      fullWidth
    />
  )
}
