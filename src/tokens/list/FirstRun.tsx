import BarChart from '@mui/icons-material/BarChart'
import FilterList from '@mui/icons-material/FilterList'
import Terminal from '@mui/icons-material/Terminal'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { t } from '../../ui/i18n.tsx'
import { Tile, Tiles } from '../../ui/Tile.tsx'
import type { Job } from '../dialog.ts'
import { TEMPLATES } from '../permissions/presets.ts'
import { TokenPicture } from './TokenPicture.tsx'

/** Opens the form. */
type Create = (job?: Job) => void

/**
 * Instead of the list for someone without tokens: what a token is, and jobs to start with.
 * @param create null if the caller may not; the page says above why
 */
export function FirstRun({ create }: { create: Create | null }) {
  const id = useId()
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      sx={{ px: { xs: 2, sm: 5 }, py: { xs: 3, sm: 5 } }}
    >
      <Box sx={{ maxWidth: 560, mx: 'auto', mb: { xs: 2.5, sm: 4 }, textAlign: 'center', textWrap: 'balance' }}>
        <Typography variant="h2" id={id}>
          {t('No tokens yet')}
        </Typography>
        <Typography sx={{ mt: 1, fontSize: '0.9375rem', lineHeight: '1.5rem', color: 'text.secondary' }}>
          {t('You choose what a token can do, where it works and when it expires. You can revoke it at any time.')}
        </Typography>
      </Box>
      <Box sx={{ maxWidth: 968, mx: 'auto' }}>
        <TokenPicture />
        {create && <FirstJobs create={create} />}
      </Box>
    </Paper>
  )
}

/** What tokens are usually for, read-only first because it can do the least harm. */
function FirstJobs({ create }: { create: Create }) {
  const label = t('Start with a job')
  return (
    <Box sx={{ mt: 4 }}>
      <Typography variant="h3" sx={{ mb: 1, fontSize: '0.8125rem' }}>
        {label}
      </Typography>
      <Tiles role="group" label={label} each="quarter">
        <Tile
          icon={<VisibilityOutlined />}
          label={t('Read only')}
          small={t('Monitoring, backups, reports')}
          onSelect={() => create({ scopes: [], readOnly: true })}
        />
        {TEMPLATES.map(({ label, scopes }, index) => (
          <Tile
            key={label()}
            icon={index === 0 ? <Terminal /> : <BarChart />}
            label={label()}
            small={t('{{count}} permissions', { count: scopes.length, defaultValue_one: '1 permission' })}
            onSelect={() => create({ scopes, readOnly: false })}
          />
        ))}
        <Tile
          icon={<FilterList />}
          label={t('Something else')}
          small={t('Select permissions')}
          onSelect={() => create()}
        />
      </Tiles>
    </Box>
  )
}
