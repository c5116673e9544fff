import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import { instantMs } from '../api/wire.ts'
import { useNow } from '../ui/now.ts'
import { duration } from '../ui/time.ts'
import { t } from '../ui/words.tsx'
import { endsSoon, tokenState } from './rules/expiry.ts'
import type { Token } from './schema.ts'

/** Icon, word and colour; never colour alone. */
export function StateLabel({ token }: { token: Token }) {
  const now = useNow()
  const { Icon, text, look } = looks(token, now)
  return (
    <span className="state-label" data-look={look}>
      <Icon fontSize="inherit" />
      {text}
    </span>
  )
}

function looks(token: Token, now: number) {
  const state = tokenState(token, now)
  if (state === 'expired') return { Icon: HistoryToggleOff, text: t('Expired'), look: 'over' }
  if (state === 'revoked') return { Icon: BlockOutlined, text: t('Revoked'), look: 'over' }
  if (endsSoon(token, now)) {
    const left = duration(instantMs(token.expires_at) - now)
    return { Icon: ScheduleOutlined, text: t('Expires in {{left}}', { left }), look: 'warning' }
  }
  return { Icon: CheckCircleOutlined, text: t('Active'), look: 'good' }
}
