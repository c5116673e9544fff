import useMediaQuery from '@mui/material/useMediaQuery'
import { NARROW, PHONE } from './view.ts'

export const useIsNarrow = (): boolean => useMediaQuery(NARROW)
export const useIsPhone = (): boolean => useMediaQuery(PHONE)
