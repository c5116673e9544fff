import type { ReactNode } from 'react'
import { When } from '../../ui/When.tsx'
import type { Token } from '../schema.ts'
import { BindingsCell, LastUsedCell, ScopesCell } from './cells.tsx'
import { StateCell } from './StateCell.tsx'
import { TokenName } from './TokenName.tsx'
import type { ColumnId } from './view.ts'

export interface Column {
  id: ColumnId
  cell: (token: Token) => ReactNode
}

export const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    cell: (token) => <TokenName token={token} />,
  },
  {
    id: 'state',
    cell: (token) => <StateCell token={token} />,
  },
  {
    id: 'permissions',
    cell: ({ scopes }) => <ScopesCell scopes={scopes} />,
  },
  {
    id: 'bound',
    cell: ({ allowed_scopes }) => <BindingsCell bindings={allowed_scopes} />,
  },
  {
    id: 'expires',
    cell: ({ expires_at }) => <When at={expires_at} as="day" />,
  },
  {
    id: 'used',
    cell: (token) => <LastUsedCell token={token} />,
  },
  {
    id: 'created',
    cell: ({ created }) => <When at={created} as="day" />,
  },
]
