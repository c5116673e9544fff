import { lazy } from '../ui/lazy.tsx'

export const TokenDialog = lazy(async () => (await import('./TokenDialog.tsx')).TokenDialog)
