import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { flushSync } from 'react-dom'
import { useController, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { FixButton } from '../../ui/FixButton.tsx'
import { t } from '../../ui/i18n.tsx'
import { staffText } from '../access/staffText.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import type { TokenForm } from './form.ts'
import { confirmationFor } from './form.ts'
import type { Warning } from './warning.ts'
import { warningOf } from './warning.ts'

/** What a token for staff or support views means, with a checkbox to confirm it. */
export function ViewsWarning({ form }: { form: TokenForm }) {
  const warning = useWarning(form)
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  if (warning === 'staff views') {
    return (
      <Frame
        form={form}
        title={t('This token opens staff-only views')}
        text={t(
          'Anyone with its secret can change settings and roles and message everyone. It can’t be limited to places.',
        )}
        statement={t('I understand that it acts with my staff rights')}
      >
        <BesideStaffViews form={form} scopes={scopes} />
      </Frame>
    )
  }
  if (!scopes.includes('SUPPORT.ACCESS')) return null
  return (
    <Frame
      form={form}
      title={t('This token opens support views')}
      text={t('Anyone with its secret can see statistics and message everyone. It can’t be limited to places.')}
      // One checkbox is enough: acting with staff rights is the stronger statement.
      statement={warning === 'staff' ? null : t('I understand that it acts with my support rights')}
    >
      {t(
        'You see all organizations, projects and resources without it. Support rights alone change nothing that asks a permission.',
      )}
    </Frame>
  )
}

/** What an unlimited token of a staff user means, with a checkbox to confirm it. */
export function StaffWarning({ form }: { form: TokenForm }) {
  const hasPlaces = useHasPlaces()
  if (useWarning(form) !== 'staff') return null
  return (
    <Frame
      form={form}
      title={t('This token works in all of Waldur')}
      text={staffText('everywhere')}
      statement={t('I understand that it acts with my staff rights')}
    >
      {hasPlaces && <FixButton text={t('Limit it to places')} apply={() => limitToPlaces(form)} />}
    </Frame>
  )
}

export function useWarning({ control }: TokenForm): Warning | null {
  const { is_staff: isStaff } = useUser()
  const [scopes, reach] = useWatch({ control, name: ['scopes', 'reach'] })
  return warningOf(scopes, reach === 'bound', isStaff)
}

function BesideStaffViews({ form, scopes }: { form: TokenForm; scopes: readonly string[] }) {
  if (scopes.length === 1) {
    return t(
      'It doesn’t let the token act in organizations, projects or resources. Select those permissions too if you need them.',
    )
  }
  const remove = () => {
    // The warning disappears with the focus in it.
    form.setFocus('scopes')
    form.setValue(
      'scopes',
      scopes.filter((scope) => scope !== 'STAFF.ACCESS'),
      { shouldDirty: true },
    )
  }
  return (
    <>
      {t(
        'Your other permissions work in all of Waldur without it. Keep it only for settings, roles, statistics and messages.',
      )}
      <FixButton text={t('Remove staff-only views')} apply={remove} />
    </>
  )
}

/** Moves the focus to the choice of places. Places chosen earlier stay. */
function limitToPlaces(form: TokenForm): void {
  flushSync(() => {
    if (form.getValues('bindings').length === 0) form.setValue('bindings', [{ type: '', entity: null }])
    form.setValue('reach', 'bound', { shouldDirty: true })
  })
  form.setFocus('bindings.0.entity')
}

interface FrameProps {
  form: TokenForm
  title: string
  text: string
  /** The statement to confirm; null if another warning asks for it. */
  statement: string | null
  children: ReactNode
}

function Frame({ form, title, text, statement, children }: FrameProps) {
  const id = useId()
  return (
    <Box
      role="group"
      aria-labelledby={`${id}-title`}
      sx={{ border: 2, borderColor: 'warning.main', borderRadius: 2, p: 2, mt: '16px !important' }}
    >
      <Typography id={`${id}-title`} variant="h3" sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.75 }}>
        <WarningAmber sx={{ color: 'warning.main' }} />
        {title}
      </Typography>
      <Typography variant="body2" id={`${id}-text`}>
        {text}
      </Typography>
      <Typography variant="body2" component="div" sx={{ mt: 0.75 }}>
        {children}
      </Typography>
      {statement !== null && <StatementCheckbox form={form} label={statement} describedBy={`${id}-text`} />}
    </Box>
  )
}

function StatementCheckbox({ form, label, describedBy }: { form: TokenForm; label: string; describedBy: string }) {
  const { is_staff: isStaff } = useUser()
  const [scopes, reach] = useWatch({ control: form.control, name: ['scopes', 'reach'] })
  const { field, fieldState } = useController({ control: form.control, name: 'understood' })
  const confirmation = confirmationFor({ scopes, reach }, isStaff) ?? ''
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            name={field.name}
            checked={field.value === confirmation}
            onChange={(_event, checked) => field.onChange(checked ? confirmation : '')}
            onBlur={field.onBlur}
            slotProps={{
              input: { ref: field.ref, 'aria-describedby': describedBy, 'aria-invalid': fieldState.invalid },
            }}
          />
        }
        label={label}
        slotProps={{ typography: { variant: 'body2', sx: { fontWeight: 550 } } }}
        sx={{ mt: 0.5 }}
      />
      {fieldState.error && <FormHelperText error>{fieldState.error.message}</FormHelperText>}
    </>
  )
}
