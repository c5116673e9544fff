import { t } from '../../ui/i18n.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { LOST_ID } from '../issue/LostResponse.tsx'
import { SUMMARY_ID } from './FormSummary.tsx'
import { PROBLEMS_ID } from './Problems.tsx'

interface Props {
  /** The sheet is not in the form. */
  formId: string
  isSending: boolean
  isOff: boolean
  /** For the bar of a narrow screen, which has little room. */
  short?: boolean
}

/** Described by what stands in the way, if anything does, and by what the token will do. */
export const SubmitButton = ({ formId, isSending, isOff, short = false }: Props) => (
  <SteadyButton
    type="submit"
    form={formId}
    variant="contained"
    fullWidth={!short}
    aria-label={t('Create token')}
    aria-describedby={`${LOST_ID} ${PROBLEMS_ID} ${SUMMARY_ID}`}
    isWaiting={isSending}
    isOff={isOff}
    sx={{ minHeight: 40 }}
  >
    {short ? t('Create') : t('Create token')}
  </SteadyButton>
)
