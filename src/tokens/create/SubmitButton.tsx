import { t } from '../../ui/i18n.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'

interface Props {
  /** The sheet is not in the form. */
  formId: string
  isSending: boolean
  disabled: boolean
  /** For the bar of a narrow screen, which has little room. */
  short?: boolean
}

export const SubmitButton = ({ formId, isSending, disabled, short = false }: Props) => (
  <SteadyButton
    type="submit"
    form={formId}
    variant="contained"
    fullWidth={!short}
    aria-label={t('Create token')}
    isWaiting={isSending}
    disabled={disabled}
    sx={{ minHeight: 40 }}
  >
    {short ? t('Create') : t('Create token')}
  </SteadyButton>
)
