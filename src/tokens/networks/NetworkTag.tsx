import Close from '@mui/icons-material/Close'
import type { Control } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import type { NetworkValues } from './fields.ts'
import { shownNetwork } from './networks.ts'

interface Props {
  control: Control<NetworkValues>
  index: number
  /** The element that says what is wrong with it, if anything is. */
  describedBy: string
  onRemove: () => void
}

/** An address that was entered. Its button takes the focus if Waldur rejects the address. */
export function NetworkTag({ control, index, describedBy, onRemove }: Props) {
  const { field, fieldState } = useController({ control, name: `networks.${index}.text` })
  const network = shownNetwork(field.value)
  return (
    <li data-wrong={fieldState.invalid || undefined}>
      <bdi dir="ltr" translate="no">
        {network}
      </bdi>
      <button
        ref={field.ref}
        type="button"
        aria-label={t('Remove {{network}}', { network })}
        aria-describedby={fieldState.invalid ? describedBy : undefined}
        onClick={onRemove}
      >
        <Close />
      </button>
    </li>
  )
}
