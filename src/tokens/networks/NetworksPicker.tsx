import FormHelperText from '@mui/material/FormHelperText'
import { useEffect, useId } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useController } from 'react-hook-form'
import { langOf } from '../../ui/formErrors.ts'
import { t } from '../../ui/i18n.tsx'
import { TileRadio, Tiles } from '../../ui/Tile.tsx'
import type { NetworkValues } from './fields.ts'
import { NetworkTags } from './NetworkTags.tsx'

/** From where the token may be used. An explicit choice, so that an empty list never means "anywhere". */
export function NetworksPicker<Values extends NetworkValues & FieldValues, Output>(props: {
  form: UseFormReturn<Values, unknown, Output>
  /** The choice takes the initial focus. */
  isFirst?: boolean
}) {
  // A form's type cannot be narrowed to some of its fields. Only those of `NetworkValues` are touched here.
  const form = props.form as unknown as UseFormReturn<NetworkValues>
  const { field, fieldState } = useController({ control: form.control, name: 'source' })
  const { isFirst = false } = props
  const id = useId()
  useEffect(() => {
    if (isFirst) form.setFocus('source')
  }, [isFirst, form])
  const choice = (source: NetworkValues['source'], label: string, small: string) => (
    <TileRadio
      name={field.name}
      label={label}
      small={small}
      checked={field.value === source}
      inputRef={field.value === source ? field.ref : undefined}
      onSelect={() => {
        field.onChange(source)
        form.clearErrors('source')
      }}
      onBlur={field.onBlur}
    />
  )
  return (
    <>
      <Tiles role="radiogroup" label={t('Allowed IP addresses')} describedBy={id} each="half">
        {choice('anywhere', t('Any IP address'), t('Requests from anywhere'))}
        {choice('only', t('Only these IP addresses'), t('All others denied'))}
      </Tiles>
      {field.value === 'only' ? (
        <NetworkTags form={form} problem={fieldState.error} />
      ) : (
        fieldState.error && (
          <FormHelperText error id={id} lang={langOf(fieldState.error)}>
            {fieldState.error.message}
          </FormHelperText>
        )
      )}
    </>
  )
}
