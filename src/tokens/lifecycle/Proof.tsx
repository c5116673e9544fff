import MonitorHeartOutlined from '@mui/icons-material/MonitorHeartOutlined'
import Box from '@mui/material/Box'
import { instantMs } from '../../api/wire.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { ago, DAY } from '../../ui/time.ts'
import { LifeBar } from '../life/LifeBar.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'

/** How a token is used, on the bar of its life: the evidence for or against stopping it. */
export function Proof({ token }: { token: Token }) {
  const now = useNow()
  const { word, when, isRecent } = useOf(token, now)
  return (
    <Box
      sx={{
        px: 1.75,
        py: 1.5,
        borderRadius: '10px',
        bgcolor: isRecent ? 'var(--warn-soft)' : 'var(--sunken)',
        '& .life-used': { stroke: isRecent ? 'var(--warn-soft)' : 'var(--sunken)' },
        // On a tinted background the rest of the bar would disappear.
        '& .life-left': { fill: isRecent ? 'color-mix(in srgb, var(--warn-mark) 24%, var(--surface))' : 'var(--line)' },
        '@media (forced-colors: active)': { border: 1 },
      }}
    >
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          justifyContent: 'space-between',
          gap: '4px 12px',
          mb: 1,
          fontSize: '0.8125rem',
        }}
      >
        <Box component="b" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center', fontWeight: 600 }}>
          {isRecent && <MonitorHeartOutlined sx={{ fontSize: '1.125rem', color: 'var(--warn)' }} />}
          {word}
        </Box>
        {when && (
          <span>
            <Trans text={when} />
          </span>
        )}
      </Box>
      <LifeBar token={token} />
    </Box>
  )
}

/** @returns `isRecent` for a use within a day, which may go on */
function useOf(token: Token, now: number) {
  const { last_used_at, last_used_ip } = token
  const isActive = tokenState(token, now) === 'active'
  if (last_used_at === null) return { word: t('Never used'), when: null, isRecent: false }
  // It may be in use.
  if (last_used_at === undefined) {
    return { word: t('Waldur doesn’t say when it was last used.'), when: null, isRecent: isActive }
  }
  const ms = instantMs(last_used_at)
  const isRecent = isActive && now - ms < DAY
  const when = ago(ms, now)
  return {
    word: isRecent ? t('In use') : t('Last used'),
    when: last_used_ip === null ? when : t('{{when}}, from [[address]]', { when, address: nameText(last_used_ip) }),
    isRecent,
  }
}
