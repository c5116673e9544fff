import AddCircleOutlined from '@mui/icons-material/AddCircleOutlined'
import AutorenewOutlined from '@mui/icons-material/AutorenewOutlined'
import BlockOutlined from '@mui/icons-material/BlockOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import GppBadOutlined from '@mui/icons-material/GppBadOutlined'
import HistoryToggleOff from '@mui/icons-material/HistoryToggleOff'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import LanOutlined from '@mui/icons-material/LanOutlined'
import LoginOutlined from '@mui/icons-material/LoginOutlined'
import Box from '@mui/material/Box'
import { When } from '../../ui/When.tsx'
import type { ActivityLine } from './activity.ts'
import { isDenial } from './activity.ts'
import { entryNotes, entryTitle } from './activityWords.ts'

const ICONS = new Map([
  ['pat_created', AddCircleOutlined],
  ['pat_rotated', AutorenewOutlined],
  ['pat_revoked', BlockOutlined],
  ['pat_expired', HistoryToggleOff],
  ['pat_used_from_new_ip', LoginOutlined],
  ['pat_access_denied_from_ip', GppBadOutlined],
  ['pat_authentication_rejected', GppBadOutlined],
  ['pat_network_acl_updated', LanOutlined],
])

/** One line of a token's activity, with its time and how certain it is. */
export function ActivityEntry({ entry, name, isDeed }: { entry: ActivityLine; name: string; isDeed: boolean }) {
  const { event } = entry
  const Icon = isDeed ? EditOutlined : (ICONS.get(event.event_type) ?? InfoOutlined)
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start' }}>
      <Icon fontSize="small" color={isDenial(event) ? 'warning' : 'disabled'} sx={{ mt: 0.25 }} />
      <Box sx={{ minWidth: 0, fontSize: '0.9375rem', overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {entryTitle(entry)}
        <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          {entryNotes(entry, name).map((note) => (
            <div key={note}>{note}</div>
          ))}
          <When at={event.created} />
        </Box>
      </Box>
    </Box>
  )
}
