import { createContext } from 'react'

/** Whether none of the user's tokens works now. Computed once per page for its rows. */
export const TurnedOffContext = createContext(false)
