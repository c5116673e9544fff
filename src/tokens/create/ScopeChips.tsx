import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import type { SyntheticEvent } from 'react'
import { t } from '../../ui/i18n.tsx'
import { isGlobal } from '../permissions/globals.ts'

interface Props {
  scopes: readonly string[]
  label: (scope: string) => string
  onRemove: (scope: string) => void
  /** Takes the focus when the last chip is removed. */
  onEmpty: () => void
}

/** The chosen permissions. Always two lines high, so that the list below does not move under the pointer. */
export function ScopeChips({ scopes, label, onRemove, onEmpty }: Props) {
  return (
    <Box
      role="group"
      aria-label={t('Selected permissions')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignContent: scopes.length === 0 ? 'center' : 'flex-start',
        gap: 0.75,
        height: 72,
        overflowY: 'auto',
        p: 1,
      }}
    >
      {scopes.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', px: 0.5 }}>
          {t('None selected yet')}
        </Typography>
      )}
      {scopes.map((scope) => {
        const remove = (chip: Element | null) => {
          const next = chip?.nextElementSibling ?? chip?.previousElementSibling
          // The focused chip is about to disappear, so move the focus first.
          if (next instanceof HTMLElement) next.focus()
          else onEmpty()
          onRemove(scope)
        }
        return (
          <Chip
            key={scope}
            component="button"
            type="button"
            size="small"
            color={isGlobal(scope) ? 'warning' : 'default'}
            label={label(scope)}
            aria-label={t('Remove {{permission}}', { permission: label(scope) })}
            onClick={(event) => remove(event.currentTarget)}
            // The whole chip is the button, but MUI gives its icon a handler of its own.
            onDelete={(event: SyntheticEvent) => remove(event.currentTarget.closest('button'))}
            sx={{ maxWidth: '100%' }}
          />
        )
      })}
    </Box>
  )
}
