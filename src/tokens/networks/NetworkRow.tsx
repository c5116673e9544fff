import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import type { Control } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { RemoveButton } from '../../ui/RemoveButton.tsx'
import type { NetworkValues } from './fields.ts'
import { pastedEntries, readNetwork, shortNetwork } from './networks.ts'

interface Props {
  control: Control<NetworkValues>
  index: number
  onRemove: () => void
  /** A list was pasted into this row. */
  onPasteList: (entries: string[]) => void
}

/** One address or network. */
export function NetworkRow({ control, index, onRemove, onPasteList }: Props) {
  const number = index + 1
  const { field, fieldState } = useController({ control, name: `networks.${index}.text` })
  const { ref, ...bound } = field
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        {...bound}
        inputRef={ref}
        fullWidth
        label={t('Address {{number}}', { number })}
        error={fieldState.invalid}
        helperText={fieldState.error?.message ?? keptAs(field.value)}
        onKeyDown={(event) => {
          // Enter would submit the form with a half-typed row.
          if (event.key === 'Enter') event.preventDefault()
        }}
        onPaste={(event) => {
          const entries = pastedEntries(event.clipboardData.getData('text'))
          if (entries === null) return
          event.preventDefault()
          onPasteList(entries)
        }}
        slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, dir: 'ltr' } }}
      />
      <RemoveButton label={t('Remove address {{number}}', { number })} onClick={onRemove} sx={{ mt: '5px' }} />
    </Box>
  )
}

/** Says how Waldur will spell it, if that differs from the typed text. */
function keptAs(text: string): string | undefined {
  const read = readNetwork(text)
  if ('problem' in read || [read.network, shortNetwork(read.network)].includes(text.trim())) return undefined
  return t('Waldur keeps it as {{network}}.', { network: read.network })
}
