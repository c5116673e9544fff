import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Stack from '@mui/material/Stack'
import type { ReactNode } from 'react'
import { When } from '../../ui/When.tsx'
import { t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.tsx'
import { StateLabel } from '../StateLabel.tsx'
import type { Token } from '../schema.ts'
import { TokenActions } from '../TokenActions.tsx'
import { BindingsCell, LastUsedCell, ScopesCell } from './cells.tsx'
import { TokenName } from './TokenTable.tsx'

/** The table's rows on a narrow screen, with the same facts in the same order. */
export function TokenCards({ tokens, open }: { tokens: readonly Token[]; open: (dialog: Dialog) => void }) {
  return (
    <Stack component="ul" spacing={1.5} aria-label={t('Personal access tokens')} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {tokens.map((token) => (
        <Paper key={token.uuid} component="li" variant="outlined" sx={{ p: 2 }}>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <TokenName token={token} />
            </Box>
            <TokenActions token={token} open={open} />
          </Box>
          <Box sx={{ mt: 1 }}>
            <StateLabel token={token} />
          </Box>
          <Box
            component="dl"
            sx={{
              display: 'grid',
              gridTemplateColumns: 'max-content 1fr',
              columnGap: 2,
              rowGap: 0.5,
              m: 0,
              mt: 1.5,
              fontSize: '0.875rem',
            }}
          >
            <Fact label={t('Permissions')}>
              <ScopesCell scopes={token.scopes} />
            </Fact>
            <Fact label={t('Bound to')}>
              <BindingsCell bindings={token.allowed_scopes} />
            </Fact>
            <Fact label={t('Expires')}>
              <When at={token.expires_at} as="day" />
            </Fact>
            <Fact label={t('Last used')}>
              <LastUsedCell token={token} />
            </Fact>
            <Fact label={t('Created')}>
              <When at={token.created} as="day" />
            </Fact>
          </Box>
        </Paper>
      ))}
    </Stack>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
        {children}
      </Box>
    </>
  )
}
