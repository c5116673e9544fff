import type { PopperProps } from '@mui/material/Popper'
import Popper from '@mui/material/Popper'

/** Where a tooltip is shown. MUI's own is worked out for each closed tooltip too: in a list, for hundreds of them. */
export function TipPopper({ ownerState: _, ...props }: PopperProps & { ownerState?: unknown }) {
  return props.open ? <Popper {...props} sx={{ zIndex: 'tooltip' }} /> : null
}
