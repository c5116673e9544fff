import { createContext } from 'react'

/** Goes to the page of a token, or with null to the list, by the router; by Start.tsx as long as that has not come. */
export const OpenTokenContext = createContext<(uuid: string | null) => void>(() => undefined)
