import type { BoxProps } from '@mui/material/Box'
import Box from '@mui/material/Box'
import { useState } from 'react'
import { handFocusOn } from './focus.ts'
import { Later } from './Later.tsx'

interface Props extends Pick<BoxProps, 'role' | 'aria-live' | 'children'> {
  /** If it changes, the same is said again. */
  attempt?: number
}

/**
 * Where a page or dialog says what went wrong: always there, and empty until then. If an alert is inserted instead, Orca
 * 48 says nothing if something else was inserted in the same moment, and otherwise it first reads the whole text of the
 * dialog around the alert. The box inside has the role `none`. When a button in it succeeds, both disappear, so the focus
 * moves on. A place that is new shows at once what it comes with: it would be announced while it is empty, and then not
 * again.
 */
export function AlertPlace({ attempt, children, ...props }: Props) {
  const [first] = useState(children ? attempt : null)
  return (
    <Box role="alert" aria-live="assertive" {...props} sx={PLACE}>
      {children && (
        <Later key={attempt} isDueNow={attempt === first}>
          <div ref={handFocusOn}>{children}</div>
        </Later>
      )}
    </Box>
  )
}

/** While it is empty, it takes no room between others that are `--gap` apart. */
const PLACE = { '&:empty': { mb: 'calc(-1 * var(--gap, 0px))' } } as const
