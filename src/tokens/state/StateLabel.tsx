import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import ToggleOffOutlined from '@mui/icons-material/ToggleOffOutlined'
import { useContext } from 'react'
import { useNow } from '../../ui/now.ts'
import { TurnedOffContext } from '../capabilities/useCapabilities.ts'
import type { Token } from '../schema.ts'
import { stateWords } from './stateWords.ts'

const ICONS = {
  active: CheckCircleOutlined,
  ending: ScheduleOutlined,
  expired: HistoryToggleOff,
  revoked: BlockOutlined,
  off: ToggleOffOutlined,
} as const

/** Icon, word and colour; never colour alone. */
export function StateLabel({ token }: { token: Token }) {
  const now = useNow()
  const { state, text, look } = stateWords(token, now, useContext(TurnedOffContext))
  const Icon = ICONS[state]
  return (
    <span className="state-label" data-look={look}>
      <Icon fontSize="inherit" />
      {text}
    </span>
  )
}
