import type { ButtonProps } from '@mui/material/Button'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'

interface Props extends Omit<ButtonProps, 'className' | 'loading'> {
  /** A request is running. Until it ends, the button does nothing. */
  isWaiting?: boolean
  /** It does nothing, for the reason in its name or description. */
  isOff?: boolean
  /** Without the turning circle: another button has it, or what is happening is said beside the button. */
  plain?: boolean
}

/**
 * A button that the keyboard reaches even while it does nothing. A disabled one would lose the focus when a request
 * starts, so that a screen reader begins again at the top of the dialog, and nobody would hear why it is off.
 */
export const SteadyButton = ({ isWaiting = false, isOff = false, plain = false, children, ...props }: Props) => (
  <Button {...props} {...((isWaiting || isOff) && IDLE)}>
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

const IDLE: ButtonProps = {
  // The look of a disabled button. It takes clicks: the second of a double click would take the focus elsewhere.
  className: 'Mui-disabled',
  style: { pointerEvents: 'auto' },
  'aria-disabled': true,
  // Also where it submits a form, by a click or by Enter in a field.
  onClick: (event) => event.preventDefault(),
}

/** Not `visibility`, which would take the name from the button. */
const HIDDEN = { opacity: 0 }
