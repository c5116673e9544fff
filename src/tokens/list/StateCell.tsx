import Box from '@mui/material/Box'
import { StateLabel } from '../StateLabel.tsx'
import type { Token } from '../schema.ts'

/** The state, and a small mark where something is worth a look. */
export function StateCell({ token }: { token: Token }) {
  return (
    <Box sx={{ display: 'flex' }}>
      <StateLabel token={token} />
    </Box>
  )
}
