import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import type { IconButtonProps } from '@mui/material/IconButton'
import IconButton from '@mui/material/IconButton'
import { useTip } from './Tip.tsx'
import { t } from './words.tsx'

/** Removes a row of a form. */
export function RemoveButton({ label, ...props }: { label: string } & Pick<IconButtonProps, 'onClick' | 'sx'>) {
  const tip = useTip(() => t('Remove'))
  return (
    <>
      <IconButton size="small" aria-label={label} {...props} {...tip.bind}>
        <DeleteOutlined fontSize="small" />
      </IconButton>
      {tip.shown}
    </>
  )
}
