import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import type { FieldError } from 'react-hook-form'
import { useController } from 'react-hook-form'
import type { Rows } from '../../api/client.ts'
import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { langOf } from '../../ui/formErrors.ts'
import { asName, listing, number, Trans, t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { visible } from '../../ui/names.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import type { AvailableScope } from '../abilities.ts'
import { scopesQuery } from '../abilities.ts'
import { isGlobal } from '../permissions/globals.ts'
import { templateOf } from '../permissions/presets.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { Jobs } from './Jobs.tsx'
import { PermissionGroups } from './PermissionGroups.tsx'
import { NOTHING_LEFT, Rejected } from './Rejected.tsx'
import { ScopePresets } from './ScopePresets.tsx'
import { useReadOnly } from './useReadOnly.ts'
import { useWhyNoEffect } from './useWhyNoEffect.ts'

/** Widths of the placeholder lines, in percent: as many as there are groups at first. */
const LINES = [30, 36, 32, 44, 38, 62]

interface Props {
  /** The permissions that the user can grant. */
  available: UseQueryResult<Rows<AvailableScope>>
  /** The permissions that can be limited to an entity, once known. */
  bindable: ReadonlySet<string> | null
  form: TokenForm
  /** Permissions that were chosen but are no longer held. */
  lost: readonly string[]
}

/** The permissions: templates, and all available ones in groups. None is preselected. */
export function ScopePicker({ available, bindable, form, lost }: Props) {
  const id = useId()
  const words = usePermissionWords()
  const { field, fieldState } = useController({ control: form.control, name: 'scopes' })
  const [left, setLeft] = useState(NOTHING_LEFT)
  const searchField = useRef<HTMLInputElement>(null)

  const choose = useCallback(
    (next: readonly string[], readOnly = false) => {
      form.setValue('readOnly', readOnly)
      form.setValue('scopes', [...next], { shouldDirty: true })
      // Permissions also decide whether, and to what, the token can be bound.
      const decided = ['scopes', 'reach', 'bindings'] as const
      if (decided.some((field) => form.getFieldState(field).invalid)) void form.trigger(decided)
    },
    [form],
  )
  const toggle = useCallback(
    (changed: string[], on: boolean) => {
      setLeft(NOTHING_LEFT)
      const now = form.getValues('scopes')
      choose(on ? [...new Set([...now, ...changed])] : now.filter((scope) => !changed.includes(scope)))
    },
    [form, choose],
  )

  const rows = available.data?.rows
  const values = useMemo(() => rows?.map((row) => row.permission), [rows])
  const whyNoEffect = useWhyNoEffect(form.control)
  const reading = useReadOnly(form, values)
  const template = reading.isOn ? undefined : templateOf(field.value, values ?? [])
  const chooseMany = (wanted: readonly string[]) => {
    const offered = new Set(values)
    choose(wanted.filter((scope) => offered.has(scope)))
    setLeft({ ...NOTHING_LEFT, rejected: wanted.filter((scope) => !offered.has(scope)) })
  }
  /**
   * The owner may no longer hold a copied token's permissions. While a row is unreadable, we cannot tell. A note is
   * about global ones.
   */
  const isKnown = available.data?.unreadable === 0 && !reading.isOn
  const unheld = isKnown ? field.value.filter((scope) => !values?.includes(scope) && !isGlobal(scope)) : []
  const selected = useMemo(() => new Set(field.value), [field.value])
  const both = (scope: string) => {
    const { label } = words(scope)
    const value = visible(scope)
    return label === value ? asName(value) : `${label} (${asName(value)})`
  }

  return (
    <FormSection
      title={t('Permissions')}
      aside={
        <>
          <Summary
            id={id}
            chosen={field.value.length}
            all={values && field.value.every((value) => values.includes(value)) ? values.length : null}
            problem={fieldState.error}
          />
          <Spoken
            text={field.value.length === 0 ? '' : t('{{shown}} selected', { shown: number(field.value.length) })}
          />
          {values && values.length > 0 && (
            <ScopePresets
              available={values}
              bindable={bindable}
              chosen={field.value}
              onChoose={chooseMany}
              onClear={() => {
                // The button disappears.
                searchField.current?.focus()
                setLeft(NOTHING_LEFT)
                choose([])
              }}
            />
          )}
        </>
      }
    >
      <AlertPlace>
        {lost.length > 0 && (
          <Alert role="none" severity="warning" sx={{ mb: 1.5 }}>
            <Trans
              text={t(
                'Removed because you no longer have them: {{permissions}}. Everything else you entered is still here.',
                {
                  count: lost.length,
                  defaultValue_one:
                    'Removed because you no longer have it: {{permissions}}. Everything else you entered is still here.',
                  permissions: listing(lost.map(both)),
                },
              )}
            />
          </Alert>
        )}
      </AlertPlace>
      {unheld.length > 0 && (
        <Alert
          role="note"
          severity="warning"
          sx={{ mb: 1.5 }}
          action={
            <Button
              color="inherit"
              size="small"
              onClick={() => {
                // The button disappears with its sentence.
                form.setFocus('scopes')
                toggle(unheld, false)
              }}
            >
              {t('Remove them', { count: unheld.length, defaultValue_one: 'Remove it' })}
            </Button>
          }
        >
          <Trans
            text={t(
              'You don’t have these permissions: {{permissions}}. They’d have no effect today, and Waldur rejects any it doesn’t know.',
              {
                count: unheld.length,
                defaultValue_one:
                  'You don’t have this permission: {{permissions}}. It would have no effect today, and Waldur rejects any it doesn’t know.',
                permissions: listing(unheld.map(both), 10),
              },
            )}
          />
        </Alert>
      )}
      {values?.length === 0 ? (
        <Alert role="note" severity="info">
          {t('You don’t have any permissions to give a token. Ask your Waldur administrator for a role.')}
        </Alert>
      ) : values ? (
        <>
          <Jobs
            chosen={field.value}
            readOnly={reading.isOn}
            template={template}
            onChoose={chooseMany}
            onReadOnly={() => {
              setLeft(NOTHING_LEFT)
              choose(reading.scopes, true)
            }}
          />
          <Rejected {...left} />
          <PermissionGroups
            values={values}
            selected={selected}
            whyNoEffect={whyNoEffect}
            problemId={fieldState.invalid ? id : undefined}
            inputRef={(input) => {
              searchField.current = input
              field.ref(input)
            }}
            onBlur={field.onBlur}
            onToggle={toggle}
            onPaste={(pasted) => {
              toggle(pasted.known, true)
              setLeft(pasted)
            }}
            onSecret={() => setLeft({ ...NOTHING_LEFT, hadSecret: true })}
          />
        </>
      ) : (
        !available.isError && (
          <Waiting query={available} queryKey={scopesQuery().queryKey}>
            <Box aria-busy aria-label={t('Loading permissions')} role="status">
              <Skeleton height={72} />
              <Skeleton height={38} sx={{ my: 1.5 }} />
              <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, px: 2 }}>
                {LINES.map((width) => (
                  <Skeleton key={width} sx={{ my: '15px', width: `${width}%` }} />
                ))}
              </Box>
            </Box>
          </Waiting>
        )
      )}
      <Notice error={!values && available.error} retry={() => void available.refetch()}>
        {t('You can’t create a token because the permissions couldn’t be loaded.')}
      </Notice>
      {available.data && available.data.unreadable > 0 && (
        <FormHelperText>{t('Some permissions couldn’t be read and aren’t listed.')}</FormHelperText>
      )}
    </FormSection>
  )
}

interface SummaryProps {
  id: string
  chosen: number
  /** Null until they are known, and if a link has brought others. */
  all: number | null
  problem: FieldError | undefined
}

/** How many are chosen, or what is wrong with them, in the same place. */
function Summary({ id, chosen, all, problem }: SummaryProps) {
  return (
    <Typography
      id={id}
      lang={langOf(problem)}
      variant="body2"
      sx={{ fontSize: '0.8125rem', color: problem === undefined ? 'text.secondary' : 'error.main' }}
    >
      {problem?.message ??
        (all === null ? (
          chosen > 0 && t('{{shown}} selected', { shown: number(chosen) })
        ) : chosen > 0 ? (
          <Trans text={t('[[chosen]] of {{all}} selected', { all: number(all) })} chosen={<b>{number(chosen)}</b>} />
        ) : (
          all > 0 && t('{{count}} to choose from', { count: all, defaultValue_one: '1 to choose from' })
        ))}
    </Typography>
  )
}
