import useMediaQuery from '@mui/material/useMediaQuery'
import { NARROW } from './view.ts'

export const useIsNarrow = (): boolean => useMediaQuery(NARROW)
