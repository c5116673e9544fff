import Check from '@mui/icons-material/Check'
import ContentCopy from '@mui/icons-material/ContentCopy'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { copyBySelecting, writeToClipboard } from '../../ui/clipboard.ts'
import { t } from '../../ui/i18n.tsx'
import { Status } from '../../ui/Status.tsx'
import { useBlank } from '../../ui/useBlank.ts'
import type { Use } from './snippets.ts'
import { ACCESS_TOKEN, API_URL, snippet, USE_NAMES, USES } from './snippets.ts'

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
  const [isBlank, blank] = useBlank()
  const copy = async () => {
    blank()
    const done = (await writeToClipboard(text)) || copyBySelecting(code.current)
    setCopied(done)
    if (done) onCopied()
  }
  return (
    <>
      <Tabs
        value={use}
        onChange={(_event, next: Use) => {
          setUse(next)
          setCopied(null)
        }}
        aria-label={t('Use it from')}
        // Wrap, so that every tab is visible on a phone. A line below the selected one would cross the others.
        slotProps={{ indicator: { hidden: true }, list: { sx: { flexWrap: 'wrap', gap: '2px' } } }}
        sx={{ minHeight: 0 }}
      >
        {USES.map((one) => (
          <Tab key={one} value={one} label={USE_NAMES[one]} id={`${id}${one}`} aria-controls={`${id}panel`} sx={TAB} />
        ))}
      </Tabs>
      <Box sx={{ position: 'relative', mt: 1, minHeight: 112, borderRadius: '10px', bgcolor: 'var(--sunken)' }}>
        <Typography
          ref={code}
          variant="mono"
          component="pre"
          role="tabpanel"
          id={`${id}panel`}
          aria-labelledby={`${id}${use}`}
          translate="no"
          dir="ltr"
          sx={CODE}
        >
          <Highlighted text={text} />
        </Typography>
        <IconButton
          aria-label={t('Copy example')}
          onClick={() => void copy()}
          // Where lines end: code is written from left to right in any language.
          sx={{ position: 'absolute', top: 6, right: 6, p: '7px' }}
        >
          {copied ? <Check sx={{ fontSize: '1.125rem' }} /> : <ContentCopy sx={{ fontSize: '1.125rem' }} />}
        </IconButton>
        <Box component={Status} aria-label={t('Copying the example')} sx={STATUS}>
          {!isBlank && copied === true && (isReplaced ? t('Copied, replacing the secret') : t('Copied'))}
          {!isBlank && copied === false && t('Couldn’t copy. The example is selected. Press Ctrl+C or ⌘C.')}
        </Box>
      </Box>
    </>
  )
}

/** Comments are dimmed, and the variables to set stand out. */
function Highlighted({ text }: { text: string }) {
  return text.split(PARTS).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change their order
    <Box key={index} component="span" sx={{ color: index % 2 === 0 ? undefined : colorOf(part) }}>
      {part}
    </Box>
  ))
}

/** A comment up to the end of its line, or a variable. */
const PARTS = new RegExp(`((?<=^|\\n| )(?:#|//) [^\\n]*|\\$?${API_URL}|\\$?${ACCESS_TOKEN})`)

const colorOf = (part: string): string => (/^[#/]/.test(part) ? 'var(--text-3)' : 'var(--accent)')

const TAB = {
  minHeight: 32,
  minWidth: 0,
  px: '7px',
  py: 0.5,
  borderRadius: '7px',
  fontSize: '0.8125rem',
  '&:hover': { bgcolor: 'var(--sunken)' },
  '&.Mui-selected': {
    bgcolor: 'var(--sunken)',
    color: 'text.primary',
    '@media (forced-colors: active)': { border: 1 },
  },
  // The scrolling container would clip an outline outside the tab.
  '&.Mui-focusVisible': { outlineOffset: -2 },
}

/** Beside the button, because the end of a long example may be out of sight. */
const STATUS = {
  position: 'absolute',
  top: 6,
  insetInlineEnd: 44,
  maxWidth: 'calc(100% - 56px)',
  px: 1,
  py: 0.75,
  borderRadius: 1,
  bgcolor: 'background.paper',
  fontSize: '0.8125rem',
  '&:not(:has(:not(:empty)))': { p: 0 },
} as const

const CODE = {
  m: 0,
  p: '12px',
  userSelect: 'all',
  paddingInlineEnd: '48px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.8125rem',
  lineHeight: '1.375rem',
}
