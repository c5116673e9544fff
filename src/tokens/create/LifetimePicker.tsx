import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useController, useWatch } from 'react-hook-form'
import { Advice } from '../../ui/Advice.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { langOf } from '../../ui/formErrors.ts'
import { locale, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { Spoken } from '../../ui/Spoken.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { Tile, TileRadio, Tiles } from '../../ui/Tile.tsx'
import { day, instant, relative } from '../../ui/time.ts'
import type { Lifetime } from '../limits/lifetime.ts'
import {
  endOf,
  lifetimesWithin,
  localText,
  USUAL_LIFETIME,
  USUAL_MAX_DAYS,
  WARNED_LIFETIME,
} from '../limits/lifetime.ts'
import { lifetimeText } from '../limits/lifetimeText.ts'
import { useLimits, useMaxDays } from '../limits/limits.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { useWarning } from './TokenWarning.tsx'

/** How long the token is valid: tiles with the day it expires, or another date. The line below has the exact time. */
export function LifetimePicker({ form }: { form: TokenForm }) {
  const id = useId()
  const now = useNow()
  const maxDays = useMaxDays()
  const { isTold = false } = useLimits()
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const { field, fieldState } = useController({ control: form.control, name: 'lifetime' })
  const until = useWatch({ control: form.control, name: 'until' })
  const isWarned = useWarning(form) !== null
  useShortLife(form, isWarned)
  const end = endOf(field.value, until, now, maxDays)
  const offered = lifetimesWithin(maxDays).filter((lifetime) => lifetime !== 'custom')
  const isCustom = field.value === 'custom'
  // A longer lifetime than this Waldur server allows is cut to the limit.
  const shown = offered.find((lifetime) => lifetime === field.value) ?? (isCustom ? null : 'longest')
  const choose = (lifetime: Lifetime) => {
    field.onChange(lifetime)
    // An error about the previous lifetime does not apply to this one.
    form.clearErrors(['lifetime', 'until'])
  }
  const chooseDate = () => {
    flushSync(() => choose('custom'))
    form.setFocus('until')
  }
  return (
    <FormSection
      title={t('Expiration')}
      aside={
        !phone && (
          <Button size="small" aria-pressed={isCustom} onClick={chooseDate} sx={{ marginInlineEnd: -0.75 }}>
            {t('Another date')}
          </Button>
        )
      }
    >
      <Tiles role="radiogroup" label={t('Expiration')} describedBy={id} each="fifth">
        {offered.map((lifetime) => (
          <TileRadio
            key={lifetime}
            plain
            name={field.name}
            label={lifetimeText(lifetime, maxDays, isTold)}
            small={day(endOf(lifetime, '', now, maxDays))}
            checked={lifetime === shown}
            inputRef={lifetime === shown ? field.ref : undefined}
            onSelect={() => choose(lifetime)}
            onBlur={field.onBlur}
          />
        ))}
        {phone && (
          <Tile label={t('Another date')} small={t('Choose a date')} selected={isCustom} onSelect={chooseDate} />
        )}
      </Tiles>
      {isCustom && (
        <Box sx={{ mt: 1.5 }}>
          <TextInput
            control={form.control}
            name="until"
            type="datetime-local"
            label={t('Date and time')}
            helperText={t('Your time zone: {{zone}}', { zone: zoneName() })}
            slotProps={{ htmlInput: { min: localText(now), max: '9999-12-31T23:59' } }}
            sx={{ maxWidth: 320 }}
          />
        </Box>
      )}
      <FormHelperText id={id} lang={langOf(fieldState.error)} error={fieldState.invalid} sx={{ mx: 0, mt: 0.75 }}>
        {fieldState.error?.message ?? (hint(end, now, isWarned && field.value === WARNED_LIFETIME) || ' ')}
      </FormHelperText>
      <LimitAdvice form={form} end={end} />
    </FormSection>
  )
}

/** Says that Waldur will not accept the date, and offers the last one that it accepts. */
function LimitAdvice({ form, end }: { form: TokenForm; end: number }) {
  const now = useNow()
  const maxDays = useMaxDays()
  const latest = endOf('longest', '', now, maxDays)
  const isOver = maxDays !== USUAL_MAX_DAYS && end > latest
  const text = t('As far as this page knows, Waldur allows at most {{count}} days, until {{latest}}.', {
    count: maxDays,
    latest: instant(latest),
    defaultValue_one: 'As far as this page knows, Waldur allows at most 1 day, until {{latest}}.',
  })
  return (
    <>
      {isOver && (
        <Box sx={{ mt: 1 }}>
          <Advice>
            {text}
            <FixButton
              text={t('Use latest date')}
              apply={() => {
                // The button disappears with its sentence.
                form.setFocus('until')
                form.setValue('until', localText(latest), { shouldDirty: true })
                form.clearErrors('until')
              }}
            />
          </Advice>
        </Box>
      )}
      <Spoken text={isOver ? text : ''} />
    </>
  )
}

/** The exact time at which the token expires, and why it is so soon. */
function hint(end: number, now: number, isShort: boolean): string {
  const why = isShort ? t('7 days, because it works in all of Waldur.') : ''
  if (Number.isNaN(end)) return why
  const [local, utc] = [instant(end), instant(end, 'UTC')]
  const words = { relative: relative(end, now), local, utc }
  const when =
    local === utc
      ? t('Expires {{relative}}, on {{local}}.', words)
      : t('Expires {{relative}}, on {{local}} ({{utc}}).', words)
  return isShort ? `${why} ${when}` : when
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
