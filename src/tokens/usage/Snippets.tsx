import ContentCopy from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import type { Use } from './snippets.ts'
import { snippet, USE_NAMES, USES } from './snippets.ts'

interface Props {
  /** The origin of Waldur. */
  origin: string
  /** The path of the example call, with its query. */
  path: string
  /** The clipboard's content, which may have been the secret, was replaced. */
  onCopied: () => void
  /** The secret was on the clipboard and has been replaced. */
  isReplaced: boolean
}

/** The example call for each tool, one at a time. */
export function Snippets({ origin, path, onCopied, isReplaced }: Props) {
  const id = useId()
  const code = useRef<HTMLPreElement>(null)
  const [use, setUse] = useState<Use>('curl')
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = snippet(use, origin, path)
  const copy = async () => {
    const done = (await writeToClipboard(text)) || copyBySelecting(code.current)
    setCopied(done)
    if (done) onCopied()
  }
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden' }}>
      <Tabs
        value={use}
        onChange={(_event, next: Use) => {
          setUse(next)
          setCopied(null)
        }}
        aria-label={t('Use it from')}
        // Wrap, so that every tab is visible on a phone. A line below the selected one would cross the others.
        slotProps={{ indicator: { hidden: true }, list: { sx: { flexWrap: 'wrap', gap: 0.25 } } }}
        sx={{ minHeight: 0, borderBottom: 1, borderColor: 'divider', p: 0.5 }}
      >
        {USES.map((one) => (
          <Tab
            key={one}
            value={one}
            label={USE_NAMES[one]}
            id={`${id}${one}`}
            aria-controls={`${id}panel`}
            sx={{
              minHeight: 32,
              minWidth: 0,
              px: 0.75,
              py: 0,
              borderRadius: 1,
              fontSize: '0.75rem',
              '&.Mui-selected': { bgcolor: 'action.selected' },
              // The scrolling container would clip an outline outside the tab.
              '&.Mui-focusVisible': { outlineOffset: -2 },
            }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${use}`} sx={{ p: 1.5 }}>
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
            {copied === true && (isReplaced ? t('Copied, replacing the secret') : t('Copied'))}
            {copied === false && t('Couldn’t copy. The example is selected. Press Ctrl+C or ⌘C.')}
          </Box>
        </Stack>
      </Box>
    </Box>
  )
}
