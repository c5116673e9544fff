import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { locale, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { instant, relative } from '../../ui/time.ts'
import type { Lifetime } from '../limits/lifetime.ts'
import {
  endOf,
  lifetimesWithin,
  localText,
  USUAL_LIFETIME,
  USUAL_MAX_DAYS,
  WARNED_LIFETIME,
} from '../limits/lifetime.ts'
import { useLimits, useMaxDays } from '../limits/limits.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { RoleEndAdvice } from './RoleEndAdvice.tsx'
import { useWarning } from './TokenWarning.tsx'

const LABELS: Record<Exclude<Lifetime, 'longest'>, () => string> = {
  '7 days': () => t('7 days'),
  '30 days': () => t('30 days'),
  '90 days': () => t('90 days'),
  '180 days': () => t('180 days'),
  custom: () => t('Custom'),
}

/** @param isTold whether the limit comes from Waldur itself */
function label(lifetime: Lifetime, maxDays: number, isTold: boolean): string {
  if (lifetime !== 'longest') return LABELS[lifetime]()
  if (maxDays === USUAL_MAX_DAYS) return t('1 year')
  return isTold
    ? t('{{count}} days, the longest', { count: maxDays, defaultValue_one: 'One day, the longest' })
    : t('{{count}} days, the longest known', { count: maxDays, defaultValue_one: '1 day, the longest known' })
}

/** How long the token is valid. The end is shown as a time, in the viewer's zone and in UTC. */
export function LifetimePicker({ form }: { form: TokenForm }) {
  const now = useNow()
  const maxDays = useMaxDays()
  const { isTold = false } = useLimits()
  const { field, fieldState } = useController({ control: form.control, name: 'lifetime' })
  const until = useWatch({ control: form.control, name: 'until' })
  const isWarned = useWarning(form) !== null
  useShortLife(form, isWarned)
  const end = endOf(field.value, until, now, maxDays)
  const latest = endOf('longest', '', now, maxDays)
  const offered = lifetimesWithin(maxDays)
  // A longer lifetime than this Waldur allows is cut to the limit.
  const shown = offered.includes(field.value) ? field.value : 'longest'
  return (
    <FormSection title={t('Until')}>
      <RadioGroup
        row
        name={field.name}
        aria-label={t('Lifetime')}
        value={shown}
        onChange={(_event, value) => {
          field.onChange(value)
          // An error about the previous lifetime does not apply to this one.
          form.clearErrors('until')
        }}
        onBlur={field.onBlur}
      >
        {offered.map((lifetime) => (
          <FormControlLabel
            key={lifetime}
            value={lifetime}
            label={label(lifetime, maxDays, isTold)}
            control={<Radio size="small" slotProps={{ input: lifetime === shown ? { ref: field.ref } : {} }} />}
            slotProps={{ typography: { variant: 'body2' } }}
            sx={{ mr: 1.5 }}
          />
        ))}
      </RadioGroup>
      {field.value === 'custom' && (
        <Box sx={{ mt: 1.5 }}>
          <TextInput
            control={form.control}
            name="until"
            type="datetime-local"
            label={t('Date and time')}
            helperText={t('In your time zone, {{zone}}', { zone: zoneName() })}
            slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: localText(now), max: '9999-12-31T23:59' } }}
            sx={{ maxWidth: 320 }}
          />
        </Box>
      )}
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
      {isWarned && field.value === WARNED_LIFETIME && (
        <Typography variant="body2" sx={{ mt: 1 }}>
          {t('7 days, because it works in all of Waldur')}
        </Typography>
      )}
      {!Number.isNaN(end) && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {endText(end, now)}
        </Typography>
      )}
      {maxDays !== USUAL_MAX_DAYS && end > latest && (
        <Typography role="status" variant="body2" sx={{ color: 'warning.main', mt: 1 }}>
          {t('As far as this page knows, Waldur allows at most {{count}} days, until {{latest}}.', {
            count: maxDays,
            latest: instant(latest),
            defaultValue_one: 'As far as this page knows, Waldur allows at most 1 day, until {{latest}}.',
          })}
        </Typography>
      )}
      <RoleEndAdvice form={form} end={end} />
    </FormSection>
  )
}

function endText(end: number, now: number): string {
  const [local, utc] = [instant(end), instant(end, 'UTC')]
  const words = { relative: relative(end, now), local, utc }
  return local === utc
    ? t('Ends {{relative}}: {{local}}.', words)
    : t('Ends {{relative}}: {{local}}, which is {{utc}}.', words)
}

/** "Europe/Tallinn" */
const zoneName = (): string => new Intl.DateTimeFormat(locale()).resolvedOptions().timeZone

/** Shortens the lifetime of a dangerous token, unless the user has chosen one. */
function useShortLife(form: TokenForm, isWarned: boolean): void {
  const was = useRef(isWarned)
  useEffect(() => {
    const turns = isWarned && !was.current
    was.current = isWarned
    if (turns && form.getValues('lifetime') === USUAL_LIFETIME) form.setValue('lifetime', WARNED_LIFETIME)
  }, [form, isWarned])
}
