import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import type { FieldError } from 'react-hook-form'
import { useController, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { PlaceSearch } from '../../entities/PlaceSearch.tsx'
import type { EntityType } from '../../entities/types.ts'
import { Alert } from '../../ui/Alert.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { langOf } from '../../ui/formErrors.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { TileRadio, Tiles } from '../../ui/Tile.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { bindingTargetsQuery } from '../abilities.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import { useKnowsNetworks } from '../networks/useKnowsNetworks.ts'
import { isGlobal } from '../permissions/globals.ts'
import { bindableTypes } from './bindingTypes.ts'
import { FormSection } from './FormSection.tsx'
import type { TokenForm } from './form.ts'
import { globalConflict, placeScopes } from './form.ts'
import { missingText } from './missingWords.ts'
import { PlaceList } from './PlaceList.tsx'
import { everywhereButton, everywhereWords } from './reachWords.ts'
import { useOffer } from './useOffer.ts'
import { usePlaces } from './usePlaces.ts'

/** Where the token works. An explicit choice, so that no place never means "everywhere". */
export function BindingPicker({ form }: { form: TokenForm }) {
  const id = useId()
  const { field, fieldState } = useController({ control: form.control, name: 'reach' })
  const [scopes, readOnly] = useWatch({ control: form.control, name: ['scopes', 'readOnly'] })
  const { is_staff: isStaff } = useUser()
  // A failed request is repeated by the part that shows the failure.
  const targets = useQuery({ ...bindingTargetsQuery(), retryOnMount: false })
  const types = targets.data ? bindableTypes(targets.data.rows, placeScopes({ scopes, readOnly })) : null
  if (!useHasPlaces()) return <WithoutPlaces form={form} />
  const isBound = field.value === 'bound'
  const cannotLimit = !isBound && scopes.some(isGlobal)
  const canSearch = isBound && types !== null && types.length > 0
  const radio = (value: 'everywhere' | 'bound') => ({
    name: field.name,
    checked: field.value === value,
    onSelect: () => !(cannotLimit && value === 'bound') && field.onChange(value),
    onBlur: field.onBlur,
    ...(field.value === value && !canSearch && { inputRef: field.ref }),
  })
  return (
    <FormSection title={t('Where it works')}>
      <Tiles role="radiogroup" label={t('Where it works')} describedBy={id} each="half">
        <TileRadio {...radio('everywhere')} {...everywhereWords({ scopes, readOnly }, isStaff)} />
        <TileRadio
          {...radio('bound')}
          label={t('Only in specific places')}
          small={cannotLimit ? t('Not possible with global permissions') : t('With everything inside them')}
          aria-disabled={cannotLimit}
        />
      </Tiles>
      {/* Always rendered: when an alert’s place is inserted, Orca says “alert”, even if it is empty. */}
      <Box sx={{ '&:has(:not(:empty))': { mt: 1.5 } }}>
        <Notice error={isBound && !targets.data && targets.error} retry={() => void targets.refetch()}>
          {t('You can’t add a place because the types couldn’t be loaded.')}
        </Notice>
      </Box>
      {isBound ? (
        <OnlyIn
          form={form}
          types={types}
          errorId={id}
          error={fieldState.error}
          {...(canSearch && { fieldRef: field.ref })}
        />
      ) : (
        fieldState.error && (
          <FormHelperText error id={id} lang={langOf(fieldState.error)}>
            <Trans text={fieldState.error.message ?? ''} />
          </FormHelperText>
        )
      )}
    </FormSection>
  )
}

/**
 * Replaces the choice if this Waldur server does not limit tokens to places. Places from a link are dropped only when
 * the user says so.
 */
function WithoutPlaces({ form }: { form: TokenForm }) {
  const id = useId()
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
          <Alert
            role="group"
            severity="warning"
            aria-label={missing ?? undefined}
            aria-describedby={id}
            ref={field.ref}
            tabIndex={-1}
            sx={{ outline: 'none' }}
          >
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
      {fieldState.error && (
        <FormHelperText error id={id} lang={langOf(fieldState.error)}>
          {fieldState.error.message}
        </FormHelperText>
      )}
    </FormSection>
  )
}

interface OnlyInProps {
  form: TokenForm
  /** The types that the chosen permissions allow; null until known. */
  types: readonly EntityType[] | null
  error: FieldError | undefined
  /** The error's id, where it is not the search's. */
  errorId: string
  fieldRef?: (field: HTMLInputElement | null) => void
}

/** The places, and the search that adds to them. Without the types nothing can be added. */
function OnlyIn({ form, types, error, errorId, fieldRef }: OnlyInProps) {
  const places = usePlaces(form)
  const offer = useOffer(form.control)
  const targets = useQuery(bindingTargetsQuery())
  const [scopes, readOnly] = useWatch({ control: form.control, name: ['scopes', 'readOnly'] })
  const { is_staff: isStaff } = useUser()
  const conflict = globalConflict({ reach: 'bound', scopes, readOnly }, isStaff)
  const other = error?.message === conflict ? undefined : error
  const none =
    types?.length !== 0 || conflict
      ? ''
      : scopes.length === 0
        ? t('None of your permissions can be limited to a place.')
        : t('None of the selected permissions can be limited to a place.')
  return (
    <Stack spacing={1.5} sx={{ mt: 1.5, '--gap': '12px' }}>
      {conflict && (
        <Alert id={errorId} role="note" severity={error && !other ? 'error' : 'warning'}>
          <Trans text={conflict} />
        </Alert>
      )}
      {targets.isPending && (
        <Waiting query={targets} queryKey={bindingTargetsQuery().queryKey}>
          <Skeleton height={40} />
        </Waiting>
      )}
      {none !== '' && (
        <Alert role="note" severity="info">
          {none}
        </Alert>
      )}
      {types && types.length > 0 ? (
        <PlaceSearch types={types} offer={offer} onPick={places.toggle} error={other} inputRef={fieldRef} />
      ) : (
        other && (
          <FormHelperText error id={errorId} lang={langOf(other)}>
            {other.message}
          </FormHelperText>
        )
      )}
      <PlaceList form={form} places={places} types={types} />
      <Spoken text={conflict ?? none} />
    </Stack>
  )
}
