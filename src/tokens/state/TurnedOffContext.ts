import { createContext } from 'react'

/** Whether none of the user's tokens works now: found once a page, for its rows. */
export const TurnedOffContext = createContext(false)
