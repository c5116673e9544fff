import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { t } from './i18n.tsx'
import { offeredLanguages } from './language.ts'
import { chooseLanguage, useLocale } from './locale.ts'

/** For pages without the account menu. Each language is labeled, and marked up, in itself. */
export function LanguageChoice() {
  const spoken = useLocale().language
  return (
    <Box role="group" aria-label={t('Language')} sx={{ display: 'flex', justifyContent: 'center', flexWrap: 'wrap' }}>
      {[...offeredLanguages()].map(([language, name]) => (
        <Button
          key={language}
          size="small"
          color="inherit"
          lang={language}
          aria-pressed={spoken === language}
          onClick={() => chooseLanguage(language)}
          sx={{ color: 'text.secondary', '&[aria-pressed=true]': { color: 'text.primary', fontWeight: 650 } }}
        >
          {name}
        </Button>
      ))}
    </Box>
  )
}
