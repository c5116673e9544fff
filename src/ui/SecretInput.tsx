import Visibility from '@mui/icons-material/Visibility'
import VisibilityOff from '@mui/icons-material/VisibilityOff'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import type { ComponentProps } from 'react'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { t } from './i18n.tsx'
import { TextInput } from './TextInput.tsx'

type Props<Values extends FieldValues, Output> = ComponentProps<typeof TextInput<Values, Output>> & {
  /** The id of the sentence that says why what was entered is not accepted. */
  rejection?: string | undefined
}

/** A field whose text is hidden until the toggle is pressed. Pasting and password managers work. */
export function SecretInput<Values extends FieldValues, Output>({ rejection, ...props }: Props<Values, Output>) {
  const [shown, setShown] = useState(false)
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          autoCapitalize: 'off',
          ...(rejection !== undefined && { 'aria-invalid': true, 'aria-describedby': rejection }),
        },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                aria-label={shown ? t('Hide what you typed') : t('Show what you typed')}
                onClick={() => setShown(!shown)}
                edge="end"
              >
                {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
