import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { Control } from 'react-hook-form'
import { nameText } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import { AccessTable } from '../access/AccessTable.tsx'
import { usePermissionWords } from '../permissions.ts'
import { hasEffect } from '../rules/access.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { usePlan } from './usePlan.ts'

/** What of the chosen permissions works in the chosen entities; the whole table on asking. Advice, never an obstacle. */
export function EffectPreview({ control }: { control: Control<TokenFormValues, unknown, NewToken> }) {
  const id = useId()
  const words = usePermissionWords()
  const [open, setOpen] = useState(false)
  const { scopes, places, holder } = usePlan(control)
  if (holder === null || scopes.length === 0) return null
  const idle = scopes.filter((scope) => !hasEffect(scope, places, holder))
  const idlePlaces = (places ?? []).filter((place) => !scopes.some((scope) => hasEffect(scope, [place], holder)))
  const permissions = listing(
    idle.map((scope) => words(scope).label),
    4,
  )
  const entities = listing(
    idlePlaces.map(({ name }) => nameText(name)),
    4,
  )
  const drawbacks =
    idle.length === scopes.length
      ? [t('With your roles of today, this token could do nothing there.')]
      : [
          idle.length > 0 && t('With your roles of today, these do nothing there: {{permissions}}.', { permissions }),
          idlePlaces.length > 0 &&
            t('With your roles of today, none of the chosen permissions works in {{entities}}.', { entities }),
        ].filter((sentence) => sentence !== false)
  return (
    <Box sx={{ mt: 2 }}>
      <Typography
        role="status"
        variant="body2"
        sx={{ color: drawbacks.length > 0 ? 'warning.main' : 'text.secondary' }}
      >
        {drawbacks.join(' ') || t('With your roles of today, each chosen permission works there.')}
      </Typography>
      <Button
        size="small"
        color="inherit"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        sx={{ mt: 0.5, ml: -0.75 }}
      >
        {open ? t('Hide what works where') : t('Show what works where')}
      </Button>
      {open && (
        <Box id={id} sx={{ mt: 1 }}>
          <AccessTable scopes={scopes} places={places} holder={holder} />
        </Box>
      )}
    </Box>
  )
}
