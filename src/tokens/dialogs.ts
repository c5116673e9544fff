import { late } from '../ui/late.tsx'

export const TokenDialog = late(async () => (await import('./TokenDialog.tsx')).TokenDialog)
