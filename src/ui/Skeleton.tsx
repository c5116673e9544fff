import Box from '@mui/material/Box'

interface Props {
  /** In pixels; otherwise that of the letters of a line. */
  height?: number
  sx?: object
}

/** Stands still for what is loading, like the list's own; the larger, the paler. */
export const Skeleton = ({ height = 10, sx }: Props) => (
  <Box sx={{ height, borderRadius: 1, bgcolor: 'var(--track)', opacity: height > 24 ? 0.5 : 1, ...sx }} />
)
