import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff'
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined'
import Box from '@mui/material/Box'
import { instantMs } from '../api/wire.ts'
import { useNow } from '../ui/now.ts'
import { duration } from '../ui/time.ts'
import { t } from '../ui/words.tsx'
import { endsSoon, tokenState } from './rules/expiry.ts'
import type { Token } from './schema.ts'

/** Icon, word and colour; never colour alone. */
export function StateLabel({ token }: { token: Token }) {
  const now = useNow()
  const { Icon, text, color } = look(token, now)
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        color,
        fontWeight: 550,
        fontSize: '0.875rem',
        lineHeight: 1.3,
      }}
    >
      <Icon sx={{ fontSize: 18, flexShrink: 0 }} />
      {text}
    </Box>
  )
}

function look(token: Token, now: number) {
  const state = tokenState(token, now)
  if (state === 'expired') return { Icon: HistoryToggleOff, text: t('Expired'), color: 'text.secondary' }
  if (state === 'revoked') return { Icon: BlockOutlined, text: t('Revoked'), color: 'text.secondary' }
  if (endsSoon(token, now)) {
    const left = duration(instantMs(token.expires_at) - now)
    return { Icon: ScheduleOutlined, text: t('Expires in {{left}}', { left }), color: 'warning.main' }
  }
  return { Icon: CheckCircleOutlined, text: t('Active'), color: 'success.main' }
}
