import Box from '@mui/material/Box'
import { t } from '../../ui/i18n.tsx'
import { day, duration } from '../../ui/time.ts'

interface Props {
  /** When either secret stops working, and the current time, in milliseconds since 1970. */
  oldEnd: number
  newEnd: number
  now: number
}

/** The lives of two tokens below each other, and the time when both work. It is a sketch, not to scale. */
export function Overlap({ oldEnd, newEnd, now }: Props) {
  const length = duration(Math.min(oldEnd, newEnd) - now)
  // A token may already last longer than any that Waldur would issue now.
  const isLast = oldEnd > newEnd
  const both = t('Both work for {{length}}', { length })
  return (
    <Box
      role="img"
      aria-label={t('{{both}}. Old secret until {{old}}, new secret until {{next}}.', {
        both,
        old: day(oldEnd),
        next: day(newEnd),
      })}
      sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: '10px', fontSize: '0.75rem', lineHeight: '1rem' }}
    >
      {/* Over until now, both, and the rest. */}
      <Box aria-hidden sx={{ display: 'grid', gridTemplateColumns: '36% 24% 40%', alignItems: 'center', rowGap: 1 }}>
        <Box
          sx={{ gridArea: '1 / 2 / 6 / 3', alignSelf: 'stretch', bgcolor: 'var(--good-soft)', borderRadius: '6px' }}
        />
        <Box sx={{ gridArea: '1 / 1 / 2 / 2', fontWeight: 600 }}>{t('Old secret')}</Box>
        <Bar area={isLast ? '2 / 1 / 3 / 4' : '2 / 1 / 3 / 3'} color="var(--track)" />
        <Bar area="2 / 1 / 3 / 2" color="var(--past)" />
        <Box
          sx={
            isLast
              ? { gridArea: '1 / 3 / 2 / 4', justifySelf: 'end', color: 'text.secondary' }
              : { gridArea: '2 / 3 / 3 / 4', paddingInlineStart: 1.5, color: 'text.secondary' }
          }
        >
          {day(oldEnd)}
        </Box>
        <Box
          sx={{
            gridArea: '3 / 2 / 4 / 3',
            display: 'flex',
            justifyContent: 'center',
            whiteSpace: 'nowrap',
            color: 'success.main',
            fontWeight: 600,
          }}
        >
          {both}
        </Box>
        <Bar area={isLast ? '4 / 2 / 5 / 3' : '4 / 2 / 5 / 4'} color="var(--accent)" />
        <Box
          sx={{
            gridArea: '5 / 2 / 6 / 4',
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            columnGap: 1,
            paddingInlineStart: 1,
          }}
        >
          <Box sx={{ fontWeight: 600 }}>{t('New secret')}</Box>
          <Box sx={{ color: 'text.secondary' }}>{day(newEnd)}</Box>
        </Box>
      </Box>
    </Box>
  )
}

const Bar = ({ area, color }: { area: string; color: string }) => (
  <Box
    sx={{
      gridArea: area,
      height: 8,
      borderRadius: '4px',
      bgcolor: color,
      '@media (forced-colors: active)': { border: '1px solid CanvasText' },
    }}
  />
)
