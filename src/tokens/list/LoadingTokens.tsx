import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { t } from '../../ui/words.tsx'
import { ColumnHeads, columns } from './TokenTable.tsx'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** The shape of what comes. */
export function LoadingTokens() {
  return (
    <Paper variant="outlined" role="status" aria-label={t('Loading your tokens')} sx={{ overflow: 'hidden' }}>
      <Table aria-hidden sx={{ tableLayout: 'fixed', minWidth: { md: 920 } }}>
        <ColumnHeads />
        <TableBody>
          {ROWS.map((row) => (
            <TableRow key={row}>
              {columns().map(({ label }) => (
                <TableCell key={label} sx={{ height: 58 }}>
                  <Skeleton width="70%" />
                </TableCell>
              ))}
              <TableCell />
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  )
}
