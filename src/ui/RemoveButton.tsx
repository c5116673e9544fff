import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import type { IconButtonProps } from '@mui/material/IconButton'
import IconButton from '@mui/material/IconButton'
import { t } from './i18n.tsx'
import { useTip } from './Tip.tsx'

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
