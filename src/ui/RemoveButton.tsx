import Close from '@mui/icons-material/Close'
import type { IconButtonProps } from '@mui/material/IconButton'
import IconButton from '@mui/material/IconButton'
import { t } from './i18n.tsx'
import { useTip } from './Tip.tsx'

type Props = { label: string } & Pick<IconButtonProps, 'onClick' | 'sx' | 'ref' | 'aria-describedby'>

/** Removes a row of a form. */
export function RemoveButton({ label, 'aria-describedby': describedBy, ...props }: Props) {
  const tip = useTip(() => t('Remove'))
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        {...props}
        {...tip.bind}
        aria-describedby={describedBy ?? tip.bind['aria-describedby']}
      >
        <Close fontSize="small" />
      </IconButton>
      {tip.shown}
    </>
  )
}
