import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { isGlobal } from '../permissions/globals.ts'
import { byGroup } from '../permissions/permissionWords.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'

/** The permissions by group, in words, with the raw value that logs and the API use. */
export function Scopes({ scopes }: { scopes: readonly string[] }) {
  const words = usePermissionWords()
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))' }}>
      {byGroup(new Set(scopes), words).map(([group, values]) => (
        <Box key={group}>
          <Typography variant="h3" sx={{ mb: 1 }}>
            {group}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
            {values.map((value) => (
              <li key={value}>
                <Box sx={{ fontSize: '0.9375rem' }}>
                  {words(value).label}
                  {isGlobal(value) && (
                    <Box component="span" sx={{ color: 'warning.main', ml: 1, fontSize: '0.8125rem', fontWeight: 550 }}>
                      <WarningAmber sx={{ fontSize: 15, verticalAlign: '-3px' }} /> {t('Global')}
                    </Box>
                  )}
                </Box>
                <Typography
                  variant="mono"
                  component="div"
                  sx={{ color: 'text.secondary', fontSize: '0.75rem', overflowWrap: 'anywhere' }}
                >
                  {nameText(value)}
                </Typography>
              </li>
            ))}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
