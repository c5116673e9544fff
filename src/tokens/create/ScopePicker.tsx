import Search from '@mui/icons-material/Search'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import InputAdornment from '@mui/material/InputAdornment'
import Skeleton from '@mui/material/Skeleton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useId, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { Notice } from '../../ui/Notice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { listing, number, t } from '../../ui/words.tsx'
import { usePermissionWords } from '../permissions.ts'
import { scopesQuery } from '../queries.ts'
import { USUAL_LIFETIME } from '../rules/lifetime.ts'
import { isGlobal } from '../rules/permissionWords.ts'
import { pastedScopes } from '../rules/presets.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { ScopeChips } from './ScopeChips.tsx'
import { ScopeGroup } from './ScopeGroup.tsx'
import { ScopePresets } from './ScopePresets.tsx'
import { Section } from './Section.tsx'
import { findScopes } from './scopeSearch.ts'
import { useIdle } from './useIdle.ts'

interface Props {
  form: UseFormReturn<TokenFormValues, unknown, NewToken>
  /** Were chosen, and are no longer held. */
  lost: readonly string[]
  phone: boolean
}

/** More than these start folded on a phone, where the list does not scroll by itself. */
const FEW = 20

/** The permissions: what is chosen on top, below it all that may be, by group and searchable. Nothing is ticked first. */
export function ScopePicker({ form, lost, phone }: Props) {
  const id = useId()
  const words = usePermissionWords()
  const available = useQuery(scopesQuery())
  const { field, fieldState } = useController({ control: form.control, name: 'scopes' })
  const [search, setSearch] = useState('')
  /** Asked for by a template or a pasted list, and not on offer. */
  const [refused, setRefused] = useState<readonly string[]>([])
  const searchField = useRef<HTMLInputElement>(null)

  const choose = useCallback(
    (next: readonly string[]) => {
      // Short-lived where it is dangerous, unless somebody has chosen otherwise.
      const turnsGlobal = next.some(isGlobal) && !form.getValues('scopes').some(isGlobal)
      if (turnsGlobal && form.getValues('lifetime') === USUAL_LIFETIME) form.setValue('lifetime', '7 days')
      form.setValue('scopes', [...next], { shouldDirty: true })
      // Permissions also decide whether, and to what, the token can be bound.
      const decided = ['scopes', 'reach', 'bindings'] as const
      if (decided.some((field) => form.getFieldState(field).invalid)) void form.trigger(decided)
    },
    [form],
  )
  const toggle = useCallback(
    (changed: string[], on: boolean) => {
      setRefused([])
      const now = form.getValues('scopes')
      choose(on ? [...new Set([...now, ...changed])] : now.filter((scope) => !changed.includes(scope)))
    },
    [form, choose],
  )

  const values = available.data?.rows.map((row) => row.permission)
  const idle = useIdle(form.control)
  const chooseMany = (wanted: readonly string[]) => {
    const offered = new Set(values)
    choose(wanted.filter((scope) => offered.has(scope)))
    setRefused(wanted.filter((scope) => !offered.has(scope)))
  }
  /** A copied token's permissions may be held no longer; while a row is unreadable nobody knows. */
  const unheld = available.data?.unreadable === 0 ? field.value.filter((scope) => !values?.includes(scope)) : []
  const groups = findScopes(values ?? [], words, search.slice(0, 200))
  const shown = groups.reduce((sum, group) => sum + group.rows.length, 0)
  const all = new Set(values).size
  const selected = new Set(field.value)

  return (
    <Section
      title={t('Permissions')}
      aside={
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {field.value.length > 0 && t('{{count}} selected', { count: field.value.length })}
        </Typography>
      }
    >
      {lost.length > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {t('You no longer hold {{permissions}}. What else you entered is kept.', {
            permissions: listing(lost.map((scope) => `${words(scope).label} (${scope})`)),
          })}
        </Alert>
      )}
      {unheld.length > 0 && (
        <Alert
          severity="warning"
          sx={{ mb: 1.5 }}
          action={
            <Button color="inherit" size="small" onClick={() => toggle(unheld, false)}>
              {t('Take them out')}
            </Button>
          }
        >
          {t('You do not hold these, so Waldur will refuse the token: {{permissions}}.', {
            permissions: listing(unheld, 10),
          })}
        </Alert>
      )}
      {values?.length === 0 ? (
        <Alert severity="info">
          {t('You hold no permission that a token could carry. Ask an administrator for a role.')}
        </Alert>
      ) : values ? (
        <>
          <ScopePresets available={values} chosen={field.value} onChoose={chooseMany} />
          {refused.length > 0 && (
            <Alert severity="info" sx={{ mb: 1.5 }}>
              {t('Not among the permissions that you can give: {{permissions}}.', {
                permissions: listing(refused, 10),
              })}
            </Alert>
          )}
          <Box
            sx={{
              border: 1,
              borderColor: fieldState.invalid ? 'error.main' : 'divider',
              borderRadius: 1,
              overflow: 'hidden',
            }}
          >
            <ScopeChips
              scopes={field.value}
              label={(scope) => words(scope).label}
              onRemove={(scope) => toggle([scope], false)}
              onEmpty={() => searchField.current?.focus()}
            />
            <Box sx={{ px: 1, pt: 1.5, pb: 1, borderTop: 1, borderColor: 'divider' }}>
              <TextField
                fullWidth
                type="search"
                label={t('Search permissions')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
                onPaste={(event) => {
                  const pasted = pastedScopes(event.clipboardData.getData('text'), values)
                  if (!pasted) return
                  event.preventDefault()
                  toggle(pasted.known, true)
                  setRefused(pasted.unknown)
                }}
                placeholder={t('Words or values; a pasted list is added')}
                onBlur={field.onBlur}
                onKeyDown={(event) => {
                  // From here Enter would send the form, and Esc close it.
                  if (event.key === 'Enter') event.preventDefault()
                  if (event.key !== 'Escape' || search === '') return
                  event.stopPropagation()
                  setSearch('')
                }}
                inputRef={(input: HTMLInputElement | null) => {
                  searchField.current = input
                  field.ref(input)
                }}
                slotProps={{
                  htmlInput: { autoComplete: 'off', 'aria-describedby': `${id}-count` },
                  input: {
                    startAdornment: (
                      <InputAdornment position="start">
                        <Search fontSize="small" />
                      </InputAdornment>
                    ),
                  },
                }}
              />
              <Typography
                id={`${id}-count`}
                role="status"
                variant="body2"
                sx={{ color: 'text.secondary', fontSize: '0.8125rem', mt: 0.75, px: 0.5 }}
              >
                {search.trim() === ''
                  ? t('{{count}} permissions', { count: all, defaultValue_one: 'One permission' })
                  : shown === 0
                    ? t('No permission matches “{{text}}”.', { text: search.trim().slice(0, 200) })
                    : t('{{shown}} of {{all}} permissions match', { shown: number(shown), all: number(all) })}
              </Typography>
            </Box>
            {/* On a phone the page is the only thing that scrolls: a list inside would trap the finger. */}
            <Box
              sx={{
                maxHeight: { sm: 320 },
                overflowY: { sm: 'auto' },
                position: 'relative',
                borderTop: 1,
                borderColor: 'divider',
              }}
            >
              {groups.map((group) => (
                <ScopeGroup
                  key={group.name}
                  group={group}
                  selected={selected}
                  searching={search.trim() !== ''}
                  startsOpen={!phone || all <= FEW}
                  idle={idle}
                  onToggle={toggle}
                />
              ))}
            </Box>
          </Box>
        </>
      ) : available.isError ? (
        <Notice error={available.error} retry={() => void available.refetch()}>
          {t('Without the list of permissions no token can be created.')}
        </Notice>
      ) : (
        <Waiting query={available} queryKey={scopesQuery().queryKey}>
          <Box aria-busy aria-label={t('Loading permissions')} role="status">
            <Skeleton variant="rounded" height={420} />
          </Box>
        </Waiting>
      )}
      {available.data && available.data.unreadable > 0 && (
        <FormHelperText>{t('Some permissions could not be read and are not listed.')}</FormHelperText>
      )}
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </Section>
  )
}
