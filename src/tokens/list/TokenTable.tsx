import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { PageLink } from '../../ui/links.ts'
import { useNow } from '../../ui/now.ts'
import { When } from '../../ui/When.tsx'
import { t } from '../../ui/words.tsx'
import type { Dialog } from '../dialogs.tsx'
import { tokenStart, tokenState } from '../rules/expiry.ts'
import { StateLabel } from '../StateLabel.tsx'
import type { Token } from '../schema.ts'
import { TokenActions } from '../TokenActions.tsx'
import { BindingsCell, LastUsedCell, ScopesCell } from './cells.tsx'

/** The columns, with the share of the width each one has; equal for the table and its skeleton, so nothing jumps. */
export const columns = () =>
  [
    { label: t('Token'), width: '18%' },
    { label: t('State'), width: '16%' },
    { label: t('Permissions'), width: '18%' },
    { label: t('Bound to'), width: '16%' },
    { label: t('Expires'), width: '10%' },
    { label: t('Last used'), width: '12%' },
    { label: t('Created'), width: '10%' },
  ] as const

export function TokenTable({ tokens, open }: { tokens: readonly Token[]; open: (dialog: Dialog) => void }) {
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table aria-label={t('Personal access tokens')} sx={{ tableLayout: 'fixed', minWidth: 920 }}>
        <ColumnHeads />
        <TableBody>
          {tokens.map((token) => (
            <Row key={token.uuid} token={token} open={open} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

export function ColumnHeads() {
  return (
    <TableHead>
      <TableRow>
        {columns().map(({ label, width }) => (
          <TableCell key={label} sx={{ width }}>
            {label}
          </TableCell>
        ))}
        <TableCell sx={{ width: 56 }}>
          <Box component="span" sx={HIDDEN}>
            {t('Actions')}
          </Box>
        </TableCell>
      </TableRow>
    </TableHead>
  )
}

const Row = memo(function Row({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const ended = tokenState(token, useNow()) !== 'active'
  return (
    <TableRow
      hover
      sx={{ '&:last-child > *': { borderBottom: 0 }, ...(ended && { '& > *': { color: 'text.secondary' } }) }}
    >
      <TableCell component="th" scope="row">
        <TokenName token={token} />
      </TableCell>
      <TableCell>
        <StateLabel token={token} />
      </TableCell>
      <TableCell>
        <ScopesCell scopes={token.scopes} />
      </TableCell>
      <TableCell>
        <BindingsCell bindings={token.allowed_scopes} />
      </TableCell>
      <TableCell>
        <When at={token.expires_at} as="day" />
      </TableCell>
      <TableCell>
        <LastUsedCell token={token} />
      </TableCell>
      <TableCell>
        <When at={token.created} as="day" />
      </TableCell>
      <TableCell align="right" padding="none" sx={{ pr: 1 }}>
        <TokenActions token={token} open={open} />
      </TableCell>
    </TableRow>
  )
})

/** The name, and the start of the secret that can be matched with a log line: names need not be unique. */
export function TokenName({ token }: { token: Token }) {
  return (
    <>
      <PageLink
        to="/tokens/$uuid"
        params={{ uuid: token.uuid }}
        color="inherit"
        sx={{ fontWeight: 600, fontSize: '0.875rem', overflowWrap: 'anywhere', ...CLAMP }}
      >
        <bdi>{token.name}</bdi>
      </PageLink>
      <Typography variant="mono" component="div" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
        {tokenStart(token)}
      </Typography>
    </>
  )
}

const CLAMP = { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' } as const
const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const
