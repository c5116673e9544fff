import EventOutlined from '@mui/icons-material/EventOutlined'
import Button from '@mui/material/Button'
import { serverNow } from '../../api/serverClock.ts'
import { t } from '../../ui/i18n.tsx'
import type { Token } from '../schema.ts'
import { saveCalendar } from './files.ts'

/** Saves the token's end date for a calendar, with reminders. */
export function CalendarButton({ token }: { token: Pick<Token, 'uuid' | 'name' | 'expires_at'> }) {
  return (
    <Button
      size="small"
      startIcon={<EventOutlined />}
      onClick={() => saveCalendar([token], serverNow())}
      sx={{ marginInlineStart: -0.75, mt: 0.25 }}
    >
      {t('Download reminder (.ics)')}
    </Button>
  )
}
