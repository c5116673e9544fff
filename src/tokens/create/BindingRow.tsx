import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { EntityPicker } from '../../entities/EntityPicker.tsx'
import type { Offer } from '../../entities/offered.ts'
import { entityKind, entityTypeLabel, isEntityType } from '../../entities/types.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { RemoveButton } from '../../ui/RemoveButton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { useHolder } from '../access/useHolder.ts'
import type { BindableType } from './bindingTypes.ts'
import type { TokenForm } from './form.ts'
import { misfitText } from './form.ts'
import { placeWords, rejectionText } from './placeWords.ts'

interface Props {
  form: TokenForm
  index: number
  /** The types that the chosen permissions can be bound to; null until known. */
  types: readonly BindableType[] | null
  /** The global permission that prevents this row from being sent. */
  blockedBy: string | undefined
  offer: Offer
  onRemove: () => void
}

/** One entity that the token is limited to, searched in all suitable types or in a type chosen first. */
export function BindingRow({ form, index, types, blockedBy, offer, onRemove }: Props) {
  const number = index + 1
  const type = useController({ control: form.control, name: `bindings.${index}.type` })
  const entity = useController({ control: form.control, name: `bindings.${index}.entity` })
  const [cleared, setCleared] = useState<string | null>(null)
  /** Counts the manual type choices, because text typed for one type means nothing for another. */
  const [choices, setChoices] = useState(0)
  /** The type was set by picking the entity, and is cleared with it. */
  const [cameAlong, setCameAlong] = useState(false)
  const chosen = type.field.value
  const offered = types ?? []
  const isListed = chosen === '' || offered.some((one) => one.type === chosen)
  // With a global permission nothing can be bound at all, which the message above says.
  const isMisfit = types !== null && !isListed && !blockedBy
  const picked = entity.field.value
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const { holder } = useHolder()
  const isJudged = picked !== null && !blockedBy && !isMisfit
  const rejection = isJudged ? rejectionText(scopes, picked, holder) : null
  const tag = isJudged && rejection === null ? placeWords(scopes, picked, holder).tag : null

  return (
    <Box
      role="group"
      aria-label={t('Place {{number}}', { number })}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 1.5, position: 'relative' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1.75, minHeight: 24, pr: { xs: 4, sm: 0 } }}>
        <Typography variant="body2" sx={{ color: blockedBy ? 'warning.main' : 'text.secondary' }}>
          {blockedBy
            ? t('Place {{number}} (not sent: {{scope}} is global)', { number, scope: blockedBy })
            : t('Place {{number}}', { number })}
        </Typography>
        {tag && <Tag color={tag.color}>{tag.text}</Tag>}
      </Box>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5}>
        <TextField
          select
          fullWidth
          sx={{ maxWidth: { sm: 200 } }}
          label={t('Type')}
          name={type.field.name}
          value={chosen}
          onBlur={type.field.onBlur}
          onChange={(event) => {
            const next = event.target.value
            setCleared(entity.field.value?.name ?? null)
            setChoices(choices + 1)
            setCameAlong(false)
            // Without validation, because the note below already says what to do.
            form.setValue(`bindings.${index}.entity`, null, { shouldDirty: true })
            type.field.onChange(isEntityType(next) ? next : '')
            form.clearErrors(`bindings.${index}`)
          }}
          inputRef={type.field.ref}
          error={type.fieldState.invalid}
          helperText={type.fieldState.error?.message ?? (isMisfit ? misfitText() : undefined)}
          slotProps={{
            select: {
              displayEmpty: true,
              renderValue: () => (chosen === '' ? t('Any type') : entityTypeLabel(chosen)),
            },
            inputLabel: { shrink: true },
          }}
        >
          <MenuItem value="" dense>
            {t('Any type')}
          </MenuItem>
          {(isListed ? offered : [...offered, { type: chosen, within: [] }]).map((one) => (
            <MenuItem key={one.type} value={one.type} dense sx={{ columnGap: 0.75, flexWrap: 'wrap' }}>
              {entityTypeLabel(one.type)}{' '}
              {one.within.length > 0 && (
                <Typography component="span" variant="body2" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
                  {t('in your {{things}}', { things: listing(one.within.map((above) => entityKind(above).many())) })}
                </Typography>
              )}
            </MenuItem>
          ))}
        </TextField>
        <Box sx={{ flexGrow: 1, minWidth: 0 }}>
          <EntityPicker
            key={choices}
            types={chosen === '' ? offered.map((one) => one.type) : [chosen]}
            offer={offer}
            value={picked}
            onChange={(next) => {
              setCleared(null)
              if (next && chosen === '') {
                setCameAlong(true)
                type.field.onChange(next.type)
              }
              if (!next && cameAlong) {
                setCameAlong(false)
                type.field.onChange('')
              }
              entity.field.onChange(next)
            }}
            onBlur={entity.field.onBlur}
            inputRef={entity.field.ref}
            error={entity.fieldState.error?.message ?? rejection ?? undefined}
            note={cleared === null ? undefined : clearedText(cleared)}
          />
        </Box>
        {/* After the fields, where their lists do not cover it; on a phone in the corner. */}
        <RemoveButton
          label={t('Remove place {{number}}', { number })}
          onClick={onRemove}
          sx={{
            alignSelf: 'flex-start',
            mt: { sm: '5px !important' },
            position: { xs: 'absolute', sm: 'static' },
            top: 0,
            right: 8,
          }}
        />
      </Stack>
    </Box>
  )
}

const clearedText = (name: string): string =>
  t('The type changed, so “{{name}}” was cleared. Choose another place.', { name: nameText(name) })
