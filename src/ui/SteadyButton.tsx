import type { ButtonProps } from '@mui/material/Button'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'

interface Props extends Omit<ButtonProps, 'className' | 'loading'> {
  /** A request is running. Until it ends, the button does nothing. */
  isWaiting: boolean
  /** Without the turning circle: another button has it, or what is happening is said beside the button. */
  plain?: boolean
}

/**
 * A button that keeps the keyboard focus while a request is running. A disabled one would lose it, and a screen reader
 * would begin again at the top of the dialog.
 */
export const SteadyButton = ({ isWaiting, plain = false, children, ...props }: Props) => (
  <Button {...props} {...(isWaiting && WAITING)}>
    {isWaiting && !plain ? (
      <>
        <span style={HIDDEN}>{children}</span>
        <CircularProgress aria-hidden color="inherit" size={16} sx={{ position: 'absolute' }} />
      </>
    ) : (
      children
    )}
  </Button>
)

const WAITING: ButtonProps = {
  // The look of a disabled button. It takes clicks: the second of a double click would take the focus elsewhere.
  className: 'Mui-disabled',
  style: { pointerEvents: 'auto' },
  'aria-disabled': true,
  // Also where it submits a form, by a click or by Enter in a field.
  onClick: (event) => event.preventDefault(),
}

/** Not `visibility`, which would take the name from the button. */
const HIDDEN = { opacity: 0 }
