import type { ColumnDef } from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import { When } from '../../ui/When.tsx'
import { alphabetically } from '../../ui/words.tsx'
import { STATE_ORDER, tokenState } from '../rules/expiry.ts'
import type { Token } from '../schema.ts'
import { BindingsCell, LastUsedCell, ScopesCell } from './cells.tsx'
import { StateCell } from './StateCell.tsx'
import { TokenName } from './TokenName.tsx'
import type { features } from './useTokenTable.ts'
import type { ColumnId } from './view.ts'

export interface Column {
  id: ColumnId
  /** What it is sorted by; tokens without it come last, whichever way. */
  by: (token: Token) => string | number | undefined
  cell: (token: Token) => ReactNode
}

export const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    by: ({ name }) => name,
    cell: (token) => <TokenName token={token} />,
  },
  {
    id: 'state',
    by: (token) => STATE_ORDER[tokenState(token, serverNow())],
    cell: (token) => <StateCell token={token} />,
  },
  {
    id: 'permissions',
    by: ({ scopes }) => scopes.length,
    cell: ({ scopes }) => <ScopesCell scopes={scopes} />,
  },
  {
    id: 'bound',
    by: ({ allowed_scopes: [first] }) => first && (first.name ?? ''),
    cell: ({ allowed_scopes }) => <BindingsCell bindings={allowed_scopes} />,
  },
  {
    id: 'expires',
    by: ({ expires_at }) => instantMs(expires_at),
    cell: ({ expires_at }) => <When at={expires_at} as="day" />,
  },
  {
    id: 'used',
    by: ({ last_used_at }) => (last_used_at ? instantMs(last_used_at) : undefined),
    cell: (token) => <LastUsedCell token={token} />,
  },
  {
    id: 'created',
    by: ({ created }) => (created === null ? undefined : instantMs(created)),
    cell: ({ created }) => <When at={created} as="day" />,
  },
]

export const columnDefs = COLUMNS.map(
  ({ id, by }): ColumnDef<typeof features, Token> => ({
    id,
    accessorFn: by,
    sortUndefined: 'last',
    sortDescFirst: id === 'used' || id === 'created',
    sortFn: (a, b) => compare(a.getValue(id), b.getValue(id)),
  }),
)

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'string' && typeof b === 'string' ? alphabetically(a, b) : Number(a) - Number(b)
