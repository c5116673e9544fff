import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { number, t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.tsx'
import type { Token } from '../schema.ts'
import { TokenCards } from './TokenCards.tsx'
import { TokenTable } from './TokenTable.tsx'

/** More rows at once make every click slow. */
const AT_ONCE = 100

/** The first rows, as a table or as cards; the others on asking. */
export function TokenRows({ tokens, open }: { tokens: readonly Token[]; open: (dialog: Dialog) => void }) {
  const [drawn, setDrawn] = useState(AT_ONCE)
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'))
  const rows = useRef<HTMLDivElement>(null)
  const Rows = narrow ? TokenCards : TokenTable
  const hidden = tokens.length - drawn
  const more = () => {
    flushSync(() => setDrawn(drawn + AT_ONCE))
    // The button may be gone, and the keyboard goes on with what is new.
    rows.current?.querySelectorAll('tbody > tr, ul > li')[drawn]?.querySelector('a')?.focus()
  }
  return (
    <Box ref={rows}>
      <Rows tokens={tokens.slice(0, drawn)} open={open} />
      {hidden > 0 && (
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
          <Button variant="outlined" onClick={more}>
            {t('Show {{count}} more', { count: Math.min(hidden, AT_ONCE) })}
          </Button>
          <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            {t('{{drawn}} of {{all}} shown', { drawn: number(drawn), all: number(tokens.length) })}
          </Typography>
        </Box>
      )}
    </Box>
  )
}
