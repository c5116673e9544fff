import type { AlertProps } from '@mui/material/Alert'
import MuiAlert from '@mui/material/Alert'

interface Props extends AlertProps {
  /**
   * MUI makes every box an `alert`, which interrupts. That is for what just went wrong, unless the focus moves there. In a
   * form or dialog, or along with something else, it appears in an `AlertPlace`.
   * A `note` is read on the way, or named and focused; if it appears later, `Spoken` says it. A `group` has a question
   * as its name, and the focus on one of its buttons. `none` is for the inside of a live region.
   */
  role: 'alert' | 'note' | 'group' | 'none'
}

/** A colored box with an icon. */
export const Alert = (props: Props) => <MuiAlert {...props} />
