import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import type { ReactNode } from 'react'
import { useId } from 'react'
import { flushSync } from 'react-dom'
import { useController, useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { staffText } from '../access/staffText.ts'
import { useHasPlaces } from '../access/useHasPlaces.ts'
import type { TokenForm } from './form.ts'
import { confirmationFor } from './form.ts'
import styles from './keyFrame.css?inline'
import { FixLink, ICONS } from './Note.tsx'
import type { Warning } from './warning.ts'
import { warningOf } from './warning.ts'

adoptStyles(styles)

/** What a token for staff or support views, or a staff user's unlimited one, means, with a checkbox to confirm it. */
export function TokenWarning({ form }: { form: TokenForm }) {
  const warning = useWarning(form)
  const scopes = useWatch({ control: form.control, name: 'scopes' })
  const hasPlaces = useHasPlaces()
  return (
    <div className="pane-part pane-alerts">
      {warning === 'staff views' && (
        <Frame
          form={form}
          title={t('This token opens staff-only views')}
          statement={t('I understand that it acts with my staff rights')}
        >
          {t(
            'Anyone with its secret can change settings and roles and message everyone. It can’t be limited to places.',
          )}
        </Frame>
      )}
      {warning !== null && warning !== 'staff views' && scopes.includes('SUPPORT.ACCESS') && (
        <Frame
          form={form}
          title={t('This token opens support views')}
          // One checkbox is enough: acting with staff rights is the stronger statement.
          statement={warning === 'staff' ? null : t('I understand that it acts with my support rights')}
        >
          {t('Anyone with its secret can see statistics and message everyone. It can’t be limited to places.')}
        </Frame>
      )}
      {warning === 'staff' && (
        <Frame
          form={form}
          title={t('This token works in all of Waldur')}
          statement={t('I understand that it acts with my staff rights')}
        >
          {staffText('everywhere')}{' '}
          {hasPlaces && <FixLink text={t('Limit it to places')} apply={() => limitToPlaces(form)} />}
        </Frame>
      )}
    </div>
  )
}

export function useWarning({ control }: TokenForm): Warning | null {
  const user = useUser()
  const [scopes, reach] = useWatch({ control, name: ['scopes', 'reach'] })
  return warningOf(scopes, reach === 'bound', user)
}

/** Moves the focus to the choice of places. Places chosen earlier stay. */
function limitToPlaces(form: TokenForm): void {
  flushSync(() => form.setValue('reach', 'bound', { shouldDirty: true }))
  form.setFocus('reach')
}

interface FrameProps {
  form: TokenForm
  title: string
  /** The statement to confirm; null if another warning asks for it. */
  statement: string | null
  children: ReactNode
}

function Frame({ form, title, statement, children }: FrameProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a warning, not only a field
    <div role="group" aria-labelledby={`${id}-title`} className="key-frame">
      <h4 id={`${id}-title`}>
        <LineIcon d={ICONS.shield} />
        {title}
      </h4>
      <p id={`${id}-text`}>{children}</p>
      {statement !== null && <StatementCheckbox form={form} label={statement} id={id} />}
    </div>
  )
}
/** Described by the frame's text, or by what is wrong, which is heard in its place. */
function StatementCheckbox({ form, label, id }: { form: TokenForm; label: string; id: string }) {
  const user = useUser()
  const [scopes, reach] = useWatch({ control: form.control, name: ['scopes', 'reach'] })
  const { field, fieldState } = useController({ control: form.control, name: 'understood' })
  const confirmation = confirmationFor({ scopes, reach }, user) ?? ''
  return (
    <>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            sx={{ p: 0.75 }}
            name={field.name}
            checked={field.value === confirmation}
            onChange={(_event, checked) => field.onChange(checked ? confirmation : '')}
            onBlur={field.onBlur}
            slotProps={{
              input: {
                ref: field.ref,
                'aria-describedby': `${id}-${fieldState.invalid ? 'problem' : 'text'}`,
                'aria-invalid': fieldState.invalid,
              },
            }}
          />
        }
        label={label}
        slotProps={{ typography: { variant: 'body2' } }}
        sx={{ marginInlineStart: -0.75, marginInlineEnd: 0 }}
      />
      {fieldState.error && (
        <FormHelperText error id={`${id}-problem`}>
          {fieldState.error.message}
        </FormHelperText>
      )}
    </>
  )
}
