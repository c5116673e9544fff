import MuiDialog from '@mui/material/Dialog'
import type { ReactNode } from 'react'
import { aboutOf } from '../../ui/ConfirmDialog.tsx'
import { questionDialog } from '../../ui/dialogLooks.ts'
import type { IssuedToken, Token } from '../schema.ts'
import { REVEAL_TITLE, Reveal } from './Reveal.tsx'
import type { Issued } from './useIssue.ts'

interface Props {
  /** Null until the token is issued. */
  issued: Issued | null
  /** The id of the title in `children`. */
  titleId: string
  /** Whether it fills the window; the secret then takes the place of `children`. */
  workspace?: boolean
  /** The width of the dialog with `children`, in pixels. */
  width?: number
  /** The token that the new one replaces. */
  replaces?: Token | undefined
  onClose: () => void
  /** Called when the user is done with the secret. */
  onDone: (issued: IssuedToken) => void
  /** Shown before that. */
  children: ReactNode
}

/** A dialog with a form or a question that issues a token, and then with its secret. */
export function IssueDialog({
  issued,
  titleId,
  workspace = false,
  width = 600,
  replaces,
  onClose,
  onDone,
  children,
}: Props) {
  return (
    <MuiDialog
      open
      // While the secret is pending or on screen, only the named button closes the dialog.
      onClose={onClose}
      aria-labelledby={issued ? REVEAL_TITLE : titleId}
      aria-describedby={issued || workspace ? undefined : aboutOf(titleId)}
      fullWidth
      fullScreen={workspace}
      slotProps={workspace ? { paper: MAIN } : {}}
      sx={workspace ? WORKSPACE : issued ? REVEAL : questionDialog(width)}
    >
      {issued ? (
        <Reveal
          issued={issued.token}
          context={issued.context}
          asked={issued.asked}
          replaces={replaces}
          onDone={() => onDone(issued.token)}
        />
      ) : (
        children
      )}
    </MuiDialog>
  )
}

/**
 * What fills the window is the page for as long as it is open, not a dialog over it. Orca reads out all that a dialog
 * holds whenever the focus enters it: 46 seconds of form before “You’re signed in again” is said.
 */
const MAIN = { role: 'main', 'aria-modal': undefined } as const

const WORKSPACE = {
  '& .MuiDialog-paper': { border: 0, borderRadius: 0, bgcolor: 'background.default' },
} as const

const REVEAL = { '& .MuiDialog-paper': { maxWidth: { sm: 728 } } } as const
