import type { ComponentProps } from 'react'

/**
 * Says to screen readers what appears in it; there before, and empty until then. While Orca 48 is busy, it drops what
 * changes in a `status`, but not what is inserted into a plain block that is live.
 */
export const Status = ({ children, ...props }: ComponentProps<'div'>) => (
  <div role="status" {...props}>
    <div aria-live="polite">{children}</div>
  </div>
)
