import Box from '@mui/material/Box'

interface Props {
  /** In pixels; by default, as high as the letters of a line. */
  height?: number
  sx?: object
}

/** A placeholder for what is loading. Like those of the list, it doesn't pulse; large ones are paler. */
export const Skeleton = ({ height = 10, sx }: Props) => (
  <Box sx={{ height, borderRadius: 1, bgcolor: 'var(--track)', opacity: height > 24 ? 0.5 : 1, ...sx }} />
)
