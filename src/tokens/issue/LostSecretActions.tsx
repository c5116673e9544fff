import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { t } from '../../ui/i18n.tsx'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'

interface Props {
  token: Token
  /** The id of the element that names the token, because there may be several with these buttons. */
  describedBy: string
  open: (dialog: Dialog) => void
  /** A button to leave it as it is. */
  children?: ReactNode
}

/** What to do with an active token whose secret may be lost. */
export function LostSecretActions({ token, describedBy, open, children }: Props) {
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
      <Button
        size="small"
        variant="contained"
        aria-describedby={describedBy}
        onClick={() => open({ kind: 'rotate', token })}
      >
        {t('Rotate to get a new secret')}
      </Button>
      <Button
        size="small"
        variant="outlined"
        color="error"
        aria-describedby={describedBy}
        onClick={() => open({ kind: 'revoke', token })}
      >
        {t('Revoke')}
      </Button>
      {children}
    </Stack>
  )
}
