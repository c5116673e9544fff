import type { BoxProps } from '@mui/material/Box'
import Box from '@mui/material/Box'
import { handFocusOn } from './focus.ts'
import { Later } from './Later.tsx'

interface Props extends Pick<BoxProps, 'role' | 'aria-live' | 'children'> {
  /** If it changes, the same is said again. */
  attempt?: number
}

/**
 * Where a form or dialog says what went wrong after a press: always there, and empty until then. If an alert is inserted
 * instead, Orca 48 first reads the whole text of the dialog around it. The box inside has the role `none`. When a button
 * in it succeeds, both disappear, so the focus moves on.
 */
export const AlertPlace = ({ attempt, children, ...props }: Props) => (
  <Box role="alert" aria-live="assertive" {...props} sx={PLACE}>
    {children && (
      <Later key={attempt}>
        <div ref={handFocusOn}>{children}</div>
      </Later>
    )}
  </Box>
)

/** While it is empty, it takes no room between others that are `--gap` apart. */
const PLACE = { '&:empty': { mb: 'calc(-1 * var(--gap, 0px))' } } as const
