import BlockOutlined from '@mui/icons-material/BlockOutlined'
import DragHandle from '@mui/icons-material/DragHandle'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import KeyOutlined from '@mui/icons-material/KeyOutlined'
import LockOutlined from '@mui/icons-material/LockOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** What an action leads to, a line each. */
export const Consequences = ({ id, children }: { id?: string; children: ReactNode }) => (
  <Box component="ul" id={id} sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
    {children}
  </Box>
)

const MARKS = {
  gain: { Icon: KeyOutlined, color: 'var(--accent)' },
  end: { Icon: BlockOutlined, color: 'var(--bad)' },
  same: { Icon: DragHandle, color: 'var(--text-2)' },
  final: { Icon: LockOutlined, color: 'var(--text-2)' },
  note: { Icon: InfoOutlined, color: 'var(--text-2)' },
  warning: { Icon: WarningAmber, color: 'var(--warn)' },
}

interface Props {
  mark: keyof typeof MARKS
  /** Below the line, smaller. */
  more?: ReactNode
  children: ReactNode
}

/** One line of `Consequences`. */
export function Consequence({ mark, more, children }: Props) {
  const { Icon, color } = MARKS[mark]
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: '10px' }}>
      <Icon sx={{ fontSize: '1.125rem', color, m: '1px' }} />
      <div>
        {children}
        {more && <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', overflowX: 'clip' }}>{more}</Box>}
      </div>
    </Box>
  )
}
