import type { FormControlProps } from '@mui/material/FormControl'
import FormControl from '@mui/material/FormControl'
import FormHelperText from '@mui/material/FormHelperText'
import type { InputLabelProps } from '@mui/material/InputLabel'
import InputLabel from '@mui/material/InputLabel'
import type { OutlinedInputProps } from '@mui/material/OutlinedInput'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode } from 'react'
import { useId } from 'react'

type Own = Pick<FormControlProps, 'className' | 'disabled' | 'error' | 'fullWidth' | 'sx'>

interface Props extends Own, Omit<OutlinedInputProps, keyof Own | 'inputProps' | 'notched' | 'slotProps' | 'slots'> {
  helperText?: ReactNode
  slotProps?: {
    htmlInput?: OutlinedInputProps['inputProps'] & { 'data-1p-ignore'?: boolean }
    input?: OutlinedInputProps
    inputLabel?: InputLabelProps
  }
}

/** A text field of MUI's parts. Its own TextField comes with a select and a menu, which the sign-in would wait for. */
export function TextField({
  className,
  disabled,
  error,
  fullWidth,
  sx,
  label,
  helperText,
  slotProps,
  ...input
}: Props) {
  const own = useId()
  const id = input.id ?? own
  const helperId = `${id}-helper`
  return (
    <FormControl size="small" {...{ className, disabled, error, fullWidth, sx }}>
      {label && (
        <InputLabel htmlFor={id} {...slotProps?.inputLabel}>
          {label}
        </InputLabel>
      )}
      <OutlinedInput
        label={label}
        notched={slotProps?.inputLabel?.shrink}
        aria-describedby={helperText ? helperId : undefined}
        inputProps={slotProps?.htmlInput}
        {...input}
        id={id}
        {...slotProps?.input}
      />
      {helperText && <FormHelperText id={helperId}>{helperText}</FormHelperText>}
    </FormControl>
  )
}
