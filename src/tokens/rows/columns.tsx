import type { ReactNode } from 'react'
import { When } from '../../ui/When.tsx'
import type { Token } from '../schema.ts'
import { CanDoCell, LastUsedCell, WhereCell } from './cells.tsx'
import { LifeCell } from './LifeCell.tsx'
import { TokenName } from './TokenName.tsx'
import type { ColumnId } from './view.ts'

export interface Column {
  id: ColumnId
  cell: (token: Token) => ReactNode
}

export const COLUMNS: readonly Column[] = [
  {
    id: 'name',
    cell: (token) => <TokenName token={token} isHead />,
  },
  {
    id: 'life',
    cell: (token) => <LifeCell token={token} />,
  },
  {
    id: 'used',
    cell: (token) => <LastUsedCell token={token} />,
  },
  {
    id: 'permissions',
    cell: (token) => <CanDoCell token={token} />,
  },
  {
    id: 'bound',
    cell: (token) => <WhereCell token={token} />,
  },
  {
    id: 'created',
    cell: ({ created }) => <When at={created} as="day" />,
  },
]
