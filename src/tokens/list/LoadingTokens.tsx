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
import { COLUMNS } from '../rows/columns.tsx'
import { LoadingCounts } from '../rows/StatCards.tsx'
import { ActionsHead } from '../rows/TokenTable.tsx'
import { COLUMN_WIDTHS, columnLabel } from '../rows/texts.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']
/** The lines of a card, in percent of its width. */
const LINES = [50, 30, 40, 80, 70, 55, 60, 45]

/** The shape of what comes, in the places that ListedTokens.tsx and FoundTokens.tsx have for it. */
export function LoadingTokens() {
  return (
    <Box role="status" aria-label={t('Loading your tokens')}>
      <LoadingCounts />
      {/* On a tablet what is done with the list stands below the search. */}
      <Box sx={{ mt: 2, height: { xs: 40, sm: 88, md: 40 } }}>
        <Skeleton variant="rounded" height={40} sx={{ maxWidth: 420, mr: { xs: '84px', sm: 0 } }} />
      </Box>
      <Skeleton width={140} sx={{ mt: 2, mb: 1, fontSize: '0.875rem', lineHeight: '32px' }} />
      <Stack spacing={1.5} sx={{ display: { md: 'none' } }}>
        {ROWS.map((row) => (
          <Paper key={row} variant="outlined" sx={{ p: 2 }}>
            {LINES.map((width) => (
              <Skeleton key={width} width={`${width}%`} />
            ))}
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
