import type { RefObject } from 'react'
import { createContext } from 'react'

/** Focuses a token's row, which is rendered first if it is not in sight. @returns false if it is not in the view */
export type FocusRow = (uuid: string) => boolean

/** Filled in by the rows that are shown. */
export const FocusRowContext = createContext<RefObject<FocusRow | null>>({ current: null })
