import { RouterProvider } from '@tanstack/react-router'
import { router } from './app/router.tsx'

/** Finds the page that the address names, so that it is drawn at once. */
export const findPage = (): Promise<void> => router.load()

/** What stands behind the sign-in. */
export const Pages = () => <RouterProvider router={router} />
