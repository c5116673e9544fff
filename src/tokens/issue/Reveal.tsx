import Alert from '@mui/material/Alert'
import Checkbox from '@mui/material/Checkbox'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { instantMs } from '../../api/wire.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { instant } from '../../ui/time.ts'
import { useInitialFocus } from '../../ui/useInitialFocus.ts'
import { CalendarButton } from '../export/CalendarButton.tsx'
import type { IssuedToken, Token } from '../schema.ts'
import { HowToUse } from '../usage/HowToUse.tsx'
import { Duplicates } from './Duplicates.tsx'
import { noteTried } from './journal.ts'
import { LostRestriction } from './LostRestriction.tsx'
import type { Restrictions } from './losses.ts'
import { isUntold, losses } from './losses.ts'
import type { MintContext } from './mutations.ts'
import { RevealFooter } from './RevealFooter.tsx'
import { SecretBox } from './SecretBox.tsx'
import { StillWorks } from './StillWorks.tsx'
import { useReveal } from './useReveal.ts'

interface Props {
  issued: IssuedToken
  /** The state before the request, to detect duplicates, and the journal entry. */
  context: MintContext
  /** The requested restrictions, to warn about what the server left out. */
  asked: Restrictions
  /** The token that this one replaces. */
  replaces?: Token | undefined
  onDone: () => void
}

/**
 * The one place that shows a plaintext secret, inside a dialog that only "Done" closes. The secret is read from the
 * mutation's response and kept nowhere else.
 */
export function Reveal({ issued, context, asked, replaces, onDone }: Props) {
  const title = useInitialFocus<HTMLHeadingElement>()
  const reveal = useReveal(context.entryId, onDone)
  const { state, dispatch, noteKey } = reveal
  const lost = losses(asked, issued)
  return (
    <>
      <DialogTitle id={REVEAL_TITLE} ref={title} tabIndex={-1} onKeyDown={noteKey} sx={{ outline: 'none' }}>
        {t('Copy the secret')}
      </DialogTitle>
      <DialogContent onKeyDown={noteKey}>
        <Stack spacing={2}>
          <Typography>
            <Trans
              text={t('Waldur shows the secret for [[name]] only once. Store it where you’ll use it.')}
              name={<Name of={issued.name} strong />}
            />
          </Typography>
          <Duplicates issued={issued} {...context} />
          {replaces && <StillWorks token={replaces} />}
          {lost.length > 0 && <LostRestriction uuid={issued.uuid} losses={lost} />}
          {isUntold(asked, issued) && (
            <Alert severity="warning">
              {t(
                'Waldur’s response doesn’t say whether this token is limited as you asked. Check the places and IP addresses on the token’s page before you use it.',
              )}
            </Alert>
          )}
          <SecretBox secret={issued.token} reveal={reveal} />
          <HowToUse
            issued={issued}
            onTry={() => noteTried(context.entryId)}
            onDownloaded={() => dispatch('downloaded')}
            onOtherCopied={() => dispatch('other copied')}
            isReplaced={state.copying === 'replaced'}
          />
          <FormControlLabel
            control={
              <Checkbox
                checked={state.isStored}
                onChange={(_event, checked) => dispatch(checked ? 'stored' : 'not stored')}
              />
            }
            label={t('I’ve stored the secret')}
          />
          <div>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('Works until {{end}}. Anyone who has it can use it as you.', {
                end: instant(instantMs(issued.expires_at)),
              })}
            </Typography>
            <CalendarButton token={issued} />
          </div>
        </Stack>
      </DialogContent>
      <RevealFooter reveal={reveal} />
    </>
  )
}

/** For `aria-labelledby` of the surrounding dialog. */
export const REVEAL_TITLE = 'reveal-title'
