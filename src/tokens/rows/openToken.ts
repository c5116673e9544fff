import { createContext } from 'react'

/** Opens a token's page, or with null the list: by the router, or by Start.tsx before the router has loaded. */
export const OpenTokenContext = createContext<(uuid: string | null) => void>(() => undefined)
