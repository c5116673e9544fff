import { useTheme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'

/** Whether tokens are cards: the window is too narrow for a table of them. */
export const useIsNarrow = (): boolean => useMediaQuery(useTheme().breakpoints.down('md'))
