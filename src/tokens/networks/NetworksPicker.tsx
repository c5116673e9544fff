import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useController, useFieldArray, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { t } from '../../ui/i18n.tsx'
import { useLimits } from '../limits/limits.ts'
import type { NetworkValues } from './fields.ts'
import { readableNetworks } from './fields.ts'
import { NetworkRow } from './NetworkRow.tsx'
import { covers, readNetwork } from './networks.ts'

/** From where the token may be used. An explicit choice, so that an empty row never means "anywhere". */
export function NetworksPicker<Values extends NetworkValues & FieldValues, Output>(props: {
  form: UseFormReturn<Values, unknown, Output>
  /** The choice takes the initial focus. */
  isFirst?: boolean
}) {
  // A form's type cannot be narrowed to some of its fields. Only those of `NetworkValues` are touched here.
  const form = props.form as unknown as UseFormReturn<NetworkValues>
  const id = useId()
  const { field, fieldState } = useController({ control: form.control, name: 'source' })
  const rows = useFieldArray({ control: form.control, name: 'networks' })
  const error = fieldState.error?.message
  const { isFirst = false } = props
  useEffect(() => {
    if (isFirst) form.setFocus('source')
  }, [isFirst, form])
  return (
    <>
      <RadioGroup
        name={field.name}
        aria-label={t('From which addresses')}
        value={field.value}
        onChange={(_event, value) => {
          field.onChange(value)
          form.clearErrors('source')
          // Do not move the focus, so that the arrow keys stay on the choices.
          if (value === 'only' && rows.fields.length === 0) rows.append({ text: '' }, { shouldFocus: false })
        }}
        onBlur={field.onBlur}
      >
        {(['anywhere', 'only'] as const).map((source) => (
          <FormControlLabel
            key={source}
            value={source}
            label={source === 'anywhere' ? t('From anywhere') : t('Only from these addresses')}
            control={
              <Radio
                size="small"
                slotProps={{
                  input: {
                    ...(source === 'only' && { 'aria-describedby': `${id}-only` }),
                    ...(source === field.value && { ref: field.ref }),
                  },
                }}
              />
            }
            slotProps={{ typography: { variant: 'body2' } }}
          />
        ))}
        <Typography id={`${id}-only`} variant="body2" sx={{ color: 'text.secondary', pl: '27px', mt: -0.5 }}>
          {t('IP addresses or networks, such as 192.0.2.7 or 10.0.0.0/8. From elsewhere the token is refused.')}
        </Typography>
      </RadioGroup>
      {field.value === 'only' && <Rows form={form} rows={rows} />}
      {error !== undefined && <FormHelperText error>{error}</FormHelperText>}
    </>
  )
}

interface RowsProps {
  form: UseFormReturn<NetworkValues>
  rows: ReturnType<typeof useFieldArray<NetworkValues, 'networks'>>
}

function Rows({ form, rows }: RowsProps) {
  const addButton = useRef<HTMLButtonElement>(null)
  const networks = useWatch({ control: form.control, name: 'networks' })
  const readable = readableNetworks({ networks })
  // The caller's address as Waldur sees it. A browser does not know it, and no other server is asked.
  const mine = useUser().ip_address?.trim() ?? ''
  const isKnown = 'network' in readNetwork(mine)
  const { networks: most } = useLimits()
  const hasMine = readable.length > 0 && covers(readable, mine)

  /** Fills the row if it is empty, then new ones below it, and focuses the last. */
  const fill = (index: number, entries: string[]) => {
    const isEmpty = form.getValues(`networks.${index}.text`)?.trim() === ''
    const [first, ...others] = entries
    if (isEmpty && first !== undefined) {
      form.setValue(`networks.${index}.text`, first, { shouldDirty: true })
      form.clearErrors(`networks.${index}.text`)
    }
    const rest = (isEmpty ? others : entries).map((text) => ({ text }))
    const below = rows.fields.length === 0 ? 0 : index + 1
    if (rest.length > 0) rows.insert(below, rest, { focusName: `networks.${below + rest.length - 1}.text` })
    else form.setFocus(`networks.${index}.text`)
    form.clearErrors('source')
  }

  return (
    <Stack spacing={2} sx={{ mt: 2, pl: { sm: '27px' } }}>
      {rows.fields.map((row, index) => (
        <NetworkRow
          key={row.id}
          control={form.control}
          index={index}
          onRemove={() => {
            rows.remove(index)
            addButton.current?.focus()
          }}
          onPasteList={(entries) => fill(index, entries)}
        />
      ))}
      {most !== undefined && rows.fields.length >= most && (
        <Typography role="status" variant="body2" sx={{ color: 'warning.main' }}>
          {t('Waldur allows at most {{count}} IP addresses or ranges per token.', {
            count: most,
            defaultValue_one: 'Waldur allows only 1 IP address or range per token.',
          })}
        </Typography>
      )}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button
          ref={addButton}
          variant="outlined"
          size="small"
          startIcon={<Add />}
          onClick={() => {
            // Focuses the new row.
            rows.append({ text: '' })
            form.clearErrors('source')
          }}
        >
          {t('Add address')}
        </Button>
        {isKnown && (
          <Button
            size="small"
            disabled={hasMine}
            onClick={() => fill(Math.max(rows.fields.length - 1, 0), [mine])}
            sx={{ textAlign: 'start', overflowWrap: 'anywhere' }}
          >
            {t('Add my current address ({{address}})', { address: mine })}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
