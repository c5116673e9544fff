import Add from '@mui/icons-material/Add'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import { useController, useFieldArray, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { FixButton } from '../../ui/FixButton.tsx'
import { t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { bindingTargetsQuery } from '../abilities.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { isGlobal } from '../permissions/globals.ts'
import { BindingRow } from './BindingRow.tsx'
import { bindableTypes } from './bindingTypes.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { globalConflict, placeScopes } from './form.ts'
import { missingText } from './missingWords.ts'
import { everywhereButton, everywhereWords } from './reachWords.ts'
import { useOffer } from './useOffer.ts'

/** Where the token works. An explicit choice, so that an empty row never means "everywhere". */
export function BindingPicker({ form }: { form: TokenForm }) {
  const id = useId()
  const { field, fieldState } = useController({ control: form.control, name: 'reach' })
  const [scopes, readOnly] = useWatch({ control: form.control, name: ['scopes', 'readOnly'] })
  const { is_staff: isStaff } = useUser()
  const everywhere = everywhereWords({ scopes, readOnly }, isStaff)
  if (!useHasPlaces()) return <WithoutPlaces form={form} />
  return (
    <FormSection title={t('Where it works')}>
      <RadioGroup
        name={field.name}
        aria-label={t('Where it works')}
        value={field.value}
        onChange={field.onChange}
        onBlur={field.onBlur}
      >
        <FormControlLabel
          value="everywhere"
          label={everywhere.label}
          control={
            <Radio
              size="small"
              slotProps={{
                input: {
                  'aria-describedby': `${id}-everywhere`,
                  ...(field.value === 'everywhere' && { ref: field.ref }),
                },
              }}
            />
          }
          slotProps={{ typography: { variant: 'body2' } }}
        />
        <Typography
          id={`${id}-everywhere`}
          variant="body2"
          sx={{ color: 'text.secondary', pl: '27px', mt: -0.5, mb: 0.5 }}
        >
          {everywhere.small}
        </Typography>
        <FormControlLabel
          value="bound"
          label={t('Only in specific places')}
          control={
            <Radio
              size="small"
              slotProps={{
                input: { 'aria-describedby': `${id}-bound`, ...(field.value === 'bound' && { ref: field.ref }) },
              }}
            />
          }
          slotProps={{ typography: { variant: 'body2' } }}
        />
        <Typography id={`${id}-bound`} variant="body2" sx={{ color: 'text.secondary', pl: '27px', mt: -0.5 }}>
          {t('Organizations, projects, resources and more, with everything inside them.')}
        </Typography>
      </RadioGroup>
      {field.value === 'bound' && <BoundTo form={form} error={fieldState.error?.message} />}
      {field.value === 'everywhere' && fieldState.error && (
        <FormHelperText error>{fieldState.error.message}</FormHelperText>
      )}
    </FormSection>
  )
}

/**
 * Replaces the choice if this Waldur does not limit tokens to places. Places from a link are dropped only when the user
 * says so.
 */
function WithoutPlaces({ form }: { form: TokenForm }) {
  const { field, fieldState } = useController({ control: form.control, name: 'reach' })
  const networks = useKnowsNetworks() !== false
  const said = useRef<HTMLDivElement>(null)
  const missing = missingText({ places: false, networks })
  return (
    <FormSection title={t('Where it works')}>
      <Box ref={said} tabIndex={-1} sx={{ outline: 'none' }}>
        {field.value === 'everywhere' ? (
          <Typography variant="body2">{missing}</Typography>
        ) : (
          <Alert severity="warning" ref={field.ref} tabIndex={-1} sx={{ outline: 'none' }}>
            {missing}
            <FixButton
              text={everywhereButton()}
              apply={() => {
                said.current?.focus()
                form.setValue('reach', 'everywhere', { shouldDirty: true })
                form.clearErrors('reach')
              }}
            />
          </Alert>
        )}
      </Box>
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </FormSection>
  )
}

/** The entities, with the types that the chosen permissions allow. Without the types nothing can be added. */
function BoundTo({ form, error }: { form: TokenForm; error: string | undefined }) {
  const rows = useFieldArray({ control: form.control, name: 'bindings' })
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const targets = useQuery(bindingTargetsQuery())
  const addButton = useRef<HTMLButtonElement>(null)
  const offer = useOffer(form.control)
  const readOnly = useWatch({ control: form.control, name: 'readOnly' })
  const types = targets.data ? bindableTypes(targets.data.rows, placeScopes({ scopes, readOnly })) : null
  const { is_staff: isStaff } = useUser()
  const conflict = globalConflict({ reach: 'bound', scopes, readOnly }, isStaff)
  const nothingFits = types?.length === 0 && !conflict

  const remove = (index: number) => {
    rows.remove(index)
    addButton.current?.focus()
  }

  return (
    <Stack spacing={1.5} sx={{ mt: 1.5 }}>
      {conflict && <Alert severity={error === conflict ? 'error' : 'warning'}>{conflict}</Alert>}
      {rows.fields.map((row, index) => (
        <BindingRow
          key={row.id}
          form={form}
          index={index}
          types={types}
          blockedBy={scopes.find(isGlobal)}
          offer={offer}
          onRemove={() => remove(index)}
        />
      ))}
      {targets.isError && !targets.data && (
        <Notice error={targets.error} retry={() => void targets.refetch()}>
          {t('You can’t add a place because the types couldn’t be loaded.')}
        </Notice>
      )}
      {targets.isPending && (
        <Waiting query={targets} queryKey={bindingTargetsQuery().queryKey}>
          <Skeleton variant="rounded" height={36} width={140} />
        </Waiting>
      )}
      {nothingFits && (
        <Alert severity="info">
          {scopes.length === 0
            ? t('None of your permissions can be limited to a place.')
            : t('None of the selected permissions can be limited to a place.')}
        </Alert>
      )}
      {types && (
        <Box>
          <Button
            ref={addButton}
            variant="outlined"
            size="small"
            startIcon={<Add />}
            disabled={types.length === 0}
            onClick={() => {
              const only = types.length === 1 ? types[0]?.type : undefined
              rows.append({ type: only ?? '', entity: null }, { focusName: `bindings.${rows.fields.length}.entity` })
              form.clearErrors('reach')
            }}
          >
            {t('Add place')}
          </Button>
        </Box>
      )}
      {error !== undefined && error !== conflict && <FormHelperText error>{error}</FormHelperText>}
    </Stack>
  )
}
