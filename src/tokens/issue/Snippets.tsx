import ContentCopy from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/words.tsx'
import type { Language } from './snippets.ts'
import { LANGUAGE_NAMES, LANGUAGES, snippet } from './snippets.ts'

interface Props {
  /** Of the example call. */
  address: string
  /** What was on the clipboard, the secret perhaps, is there no longer. */
  onCopied: () => void
  /** The secret was, and is there no longer. */
  isReplaced: boolean
}

/** The example call in four languages, one at a time. */
export function Snippets({ address, onCopied, isReplaced }: Props) {
  const id = useId()
  const code = useRef<HTMLPreElement>(null)
  const [language, setLanguage] = useState<Language>('curl')
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = snippet(language, address)
  const copy = async () => {
    const done = (await writeToClipboard(text)) || copyBySelecting(code.current)
    setCopied(done)
    if (done) onCopied()
  }
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden' }}>
      <Tabs
        value={language}
        onChange={(_event, next: Language) => {
          setLanguage(next)
          setCopied(null)
        }}
        aria-label={t('Language of the example')}
        sx={{ minHeight: 40, borderBottom: 1, borderColor: 'divider', px: 0.5 }}
      >
        {LANGUAGES.map((one) => (
          <Tab
            key={one}
            value={one}
            label={LANGUAGE_NAMES[one]}
            id={`${id}${one}`}
            aria-controls={`${id}panel`}
            sx={{ minHeight: 40, minWidth: 0, px: 1.25, py: 0, fontSize: '0.8125rem' }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${language}`} sx={{ p: 1.5 }}>
        <Typography
          ref={code}
          variant="mono"
          component="pre"
          translate="no"
          dir="ltr"
          sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.75rem', lineHeight: 1.5 }}
        >
          {text}
        </Typography>
        <Stack direction="row" spacing={1} sx={{ mt: 1, alignItems: 'center' }}>
          <Button size="small" startIcon={<ContentCopy />} onClick={() => void copy()}>
            {t('Copy example')}
          </Button>
          <Box role="status" aria-label={t('Copying the example')} sx={{ fontSize: '0.8125rem' }}>
            {copied === true && (isReplaced ? t('Copied in place of the secret') : t('Copied'))}
            {copied === false && t('The browser did not let us copy. The example is selected: press Ctrl+C.')}
          </Box>
        </Stack>
      </Box>
    </Box>
  )
}
