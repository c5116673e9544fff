import { locale } from '../ui/i18n.tsx'
import { lazy } from '../ui/lazy.tsx'

export const TokenDialog = lazy(async () => {
  const { loadLines } = await import('./permissions/permissionLines.ts')
  // The form shows them. By then a new version may have been deployed, without this one's files.
  void loadLines(locale())
  return (await import('./TokenDialog.tsx')).TokenDialog
})

/** The menu items that save tokens to a file. Nobody needs them before the first menu opens. */
export const ExportItems = lazy(async () => (await import('./list/ExportItems.tsx')).ExportItems)
