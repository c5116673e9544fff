import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { t } from '../../ui/words.tsx'
import { COLUMNS } from './columns.tsx'
import { ActionsHead } from './TokenTable.tsx'
import { COLUMN_WIDTHS, columnLabel } from './texts.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** The shape of what comes. */
export function LoadingTokens() {
  return (
    <Box role="status" aria-label={t('Loading your tokens')}>
      <Stack spacing={1.5} sx={{ display: { md: 'none' } }}>
        {ROWS.map((row) => (
          <Paper key={row} variant="outlined" sx={{ p: 2 }}>
            <Skeleton width="50%" />
            <Skeleton width="30%" />
            <Skeleton width="80%" />
          </Paper>
        ))}
      </Stack>
      <Paper variant="outlined" sx={{ overflow: 'hidden', display: { xs: 'none', md: 'block' } }}>
        <Table aria-hidden sx={{ tableLayout: 'fixed', minWidth: 920 }}>
          <TableHead>
            <TableRow>
              <TableCell padding="checkbox" />
              {COLUMNS.map(({ id }) => (
                <TableCell key={id} sx={{ width: `${COLUMN_WIDTHS[id]}%` }}>
                  {columnLabel(id)}
                </TableCell>
              ))}
              <ActionsHead />
            </TableRow>
          </TableHead>
          <TableBody>
            {ROWS.map((row) => (
              <TableRow key={row}>
                <TableCell padding="checkbox" />
                {COLUMNS.map(({ id }) => (
                  <TableCell key={id} sx={{ height: 58 }}>
                    <Skeleton width="70%" />
                  </TableCell>
                ))}
                <TableCell />
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Paper>
    </Box>
  )
}
