import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useController, useWatch } from 'react-hook-form'
import { t } from '../../ui/words.tsx'
import { isGlobal } from '../rules/permissionWords.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'

/** What a token with rights over the whole of Waldur means, and the tick that one knows. */
export function GlobalWarning({ form }: { form: UseFormReturn<TokenFormValues, unknown, NewToken> }) {
  const id = useId()
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const { field, fieldState } = useController({ control: form.control, name: 'knowsGlobal' })
  if (!scopes.some(isGlobal)) return null
  const staff = scopes.includes('STAFF.ACCESS')
  return (
    <Box
      role="group"
      aria-labelledby={`${id}-title`}
      sx={{ border: 2, borderColor: 'warning.main', borderRadius: 2, p: 2, mt: '16px !important' }}
    >
      <Typography id={`${id}-title`} variant="h3" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.75 }}>
        <WarningAmber sx={{ color: 'warning.main' }} />
        {staff ? t('This token is a key to all of Waldur') : t('This token can look into all of Waldur')}
      </Typography>
      <Typography id={`${id}-text`} variant="body2">
        {staff
          ? t(
              'Whoever has its secret can do what you can do as staff: in every organization, project and resource, and to every user. It cannot be limited to entities, so keep it short-lived and in few hands.',
            )
          : t(
              'Whoever has its secret can see what you can see as support: every organization, project, resource and user. It cannot be limited to entities, so keep it short-lived and in few hands.',
            )}
      </Typography>
      <FormControlLabel
        control={
          <Checkbox
            name={field.name}
            checked={field.value}
            onChange={field.onChange}
            onBlur={field.onBlur}
            slotProps={{
              input: { ref: field.ref, 'aria-describedby': `${id}-text`, 'aria-invalid': fieldState.invalid },
            }}
          />
        }
        label={staff ? t('I know that it acts with my staff rights') : t('I know that it acts with my support rights')}
        slotProps={{ typography: { variant: 'body2', sx: { fontWeight: 550 } } }}
        sx={{ mt: 1 }}
      />
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </Box>
  )
}
