import { RouterProvider } from '@tanstack/react-router'
import { router } from './app/router.tsx'

/** Resolves the URL, so that its page renders at once. */
export const findPage = (): Promise<void> => router.load()

/** The pages behind the sign-in. */
export const Pages = () => <RouterProvider router={router} />
