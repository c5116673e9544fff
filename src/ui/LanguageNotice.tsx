import { Alert } from './Alert.tsx'
import { t } from './i18n.tsx'
import { useLocale } from './locale.ts'

/** Says that the chosen language could not be loaded. @param isBand whether it reaches across the window */
export function LanguageNotice({ isBand = false }: { isBand?: boolean }) {
  const { missing } = useLocale()
  if (missing === null) return null
  return (
    <Alert role="alert" severity="info" square={isBand}>
      {t('The “{{language}}” translation couldn’t be loaded. Reload the page to try again.', {
        language: missing.name,
      })}
      {missing.problem !== null && (
        <> {t('If this keeps happening, tell your Waldur administrator: {{problem}}', { problem: missing.problem })}</>
      )}
    </Alert>
  )
}
