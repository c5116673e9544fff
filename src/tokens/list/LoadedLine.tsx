import Box from '@mui/material/Box'

/** How much of the list is loaded, as a line along the lower edge of the bar. @param part between 0 and 1 */
export const LoadedLine = ({ part }: { part: number }) => (
  <Box
    component="svg"
    aria-hidden
    sx={{ position: 'absolute', insetInline: 0, bottom: -1, width: '100%', height: 2, bgcolor: 'var(--track)' }}
  >
    <rect width={`${Math.round(100 * part)}%`} height="2" fill="var(--accent)" />
  </Box>
)
