import type { Control } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { NetworkValues } from './fields.ts'
import { pastedEntries, readNetwork } from './networks.ts'

interface Props {
  control: Control<NetworkValues>
  index: number
  /** The element that says what is wrong, or what can be entered. */
  describedBy: string
  /** What was typed or pasted is complete. */
  onEnter: (text: string) => void
}

/** The field for the next address. Enter, a space and a comma end one, and what is left in it counts as well. */
export function NetworkField({ control, index, describedBy, onEnter }: Props) {
  const { field, fieldState } = useController({ control, name: `networks.${index}.text` })
  const { ref, ...bound } = field
  return (
    <TextField
      {...bound}
      inputRef={ref}
      placeholder={t('192.0.2.7 or 10.0.0.0/8')}
      error={fieldState.invalid}
      onChange={(event) => {
        const { value } = event.target
        const isEnded = /[\s,;]$/.test(value) && 'network' in readNetwork(value.slice(0, -1))
        if (isEnded) onEnter(value)
        else field.onChange(event)
      }}
      onKeyDown={(event) => {
        // Enter would submit the form.
        if (event.key !== 'Enter') return
        event.preventDefault()
        const { value } = event.currentTarget
        if (value.trim() !== '') onEnter(value)
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text')
        if (pastedEntries(text) === null) return
        event.preventDefault()
        onEnter(`${field.value} ${text}`)
      }}
      slotProps={{
        htmlInput: {
          'aria-label': t('IP address or range'),
          'aria-describedby': describedBy,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
          dir: 'ltr',
        },
      }}
    />
  )
}
