import MuiDialog from '@mui/material/Dialog'
import type { ReactNode } from 'react'
import type { IssuedToken, Token } from '../schema.ts'
import { REVEAL_TITLE, Reveal } from './Reveal.tsx'
import type { Issued } from './useIssue.ts'

interface Props {
  /** Null until the token is issued. */
  issued: Issued | null
  /** The id of the title in `children`. */
  titleId: string
  /** Whether `children` fill the window. */
  workspace?: boolean
  /** The token that the new one replaces. */
  replaces?: Token | undefined
  onClose: () => void
  /** Called when the user is done with the secret. */
  onDone: (issued: IssuedToken) => void
  /** Shown before that. */
  children: ReactNode
}

/** A dialog with a form or a question that issues a token, and then with its secret. */
export function IssueDialog({ issued, titleId, workspace = false, replaces, onClose, onDone, children }: Props) {
  const isWorkspace = workspace && issued === null
  return (
    <MuiDialog
      open
      // While the secret is pending or on screen, only the named button closes the dialog.
      onClose={onClose}
      aria-labelledby={issued ? REVEAL_TITLE : titleId}
      maxWidth="sm"
      fullWidth
      fullScreen={isWorkspace}
      slotProps={{ paper: { sx: isWorkspace ? WORKSPACE : {} } }}
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

const WORKSPACE = { border: 0, borderRadius: 0, bgcolor: 'background.default' } as const
