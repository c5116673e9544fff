import type { ReactNode } from 'react'
import { createContext } from 'react'
import type { Token } from '../schema.ts'

/** Marks of what should be reviewed about a token, each for the cell that it is in. */
export interface Odd {
  life: ReactNode
  can: ReactNode
  where: ReactNode
}

const NOTHING: Odd = { life: null, can: null, where: null }

/** The page draws the marks once it knows the roles of the user. @param nowMs the server's time */
export const OddContext = createContext<(token: Token, nowMs: number) => Odd>(() => NOTHING)
