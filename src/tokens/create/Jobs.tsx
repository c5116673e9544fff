import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { listing, t } from '../../ui/i18n.tsx'
import type { Template } from '../permissions/presets.ts'
import { TEMPLATES } from '../permissions/presets.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'

interface Props {
  chosen: readonly string[]
  /** Whether the read-only template is chosen. */
  readOnly: boolean
  /** The chosen template, if it is another one. */
  template: Template | undefined
  /** @param wanted the template's permissions, some of which may not be available */
  onChoose: (wanted: readonly string[]) => void
  onReadOnly: () => void
}

/** What tokens are usually for. Read-only comes first, because it can do the least harm. */
export function Jobs({ chosen, readOnly, template, onChoose, onReadOnly }: Props) {
  const words = usePermissionWords()
  const note = readOnly
    ? t('A token needs a permission, so this adds “{{permission}}”. By itself it opens nothing.', {
        permission: listing(chosen.map((scope) => words(scope).label)),
      })
    : template?.note()
  return (
    <Box sx={{ mb: 1.5 }}>
      <Box
        role="group"
        aria-label={t('Use a template')}
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: '1.75fr 1fr 1fr' } }}
      >
        <Job
          label={t('Read only')}
          small={t('Reads what you can see. Changes nothing that needs a permission.')}
          icon={<VisibilityOutlined sx={{ fontSize: 18, color: 'primary.main' }} />}
          selected={readOnly}
          onSelect={onReadOnly}
        />
        {TEMPLATES.map((one) => (
          <Job
            key={one.scopes.join()}
            label={one.label()}
            small={t('{{count}} permissions', { count: one.scopes.length, defaultValue_one: 'One permission' })}
            selected={one === template}
            onSelect={() => onChoose(one.scopes)}
          />
        ))}
      </Box>
      {note !== undefined && (
        <Typography role="status" variant="body2" sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 1 }}>
          {note}
        </Typography>
      )}
    </Box>
  )
}

interface JobProps {
  label: string
  small: string
  icon?: ReactNode
  selected: boolean
  onSelect: () => void
}

function Job({ label, small, icon, selected, onSelect }: JobProps) {
  return (
    <ToggleButton
      value={label}
      selected={selected}
      color="primary"
      onClick={onSelect}
      sx={{
        justifyContent: 'flex-start',
        alignItems: 'flex-start',
        gap: 1,
        px: 1.25,
        py: 1,
        textAlign: 'start',
        fontSize: '0.8125rem',
        fontWeight: 600,
        lineHeight: 1.4,
        color: 'text.primary',
        '&.Mui-selected': { borderColor: 'primary.main' },
        ...(icon !== undefined && { gridColumn: { xs: '1 / -1', sm: 'auto' } }),
      }}
    >
      {icon}
      <span>
        {label}
        <Typography
          component="span"
          variant="body2"
          sx={{ display: 'block', fontSize: '0.75rem', fontWeight: 400, color: 'text.secondary', mt: 0.25 }}
        >
          {small}
        </Typography>
      </span>
    </ToggleButton>
  )
}
