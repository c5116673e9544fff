import Check from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import DialogContent from '@mui/material/DialogContent'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { instantMs } from '../../api/wire.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Step, Steps } from '../../ui/Steps.tsx'
import { instant } from '../../ui/time.ts'
import { useInitialFocus } from '../../ui/useInitialFocus.ts'
import type { Asked } from '../kept/differences.ts'
import { differences, isUntold } from '../kept/differences.ts'
import { KeptOtherwise } from '../kept/KeptOtherwise.tsx'
import type { IssuedToken, Token } from '../schema.ts'
import { PutToUse } from '../usage/PutToUse.tsx'
import { SaveAsFile } from '../usage/SaveAsFile.tsx'
import { TryToken } from '../usage/TryToken.tsx'
import { useExampleCall } from '../usage/useExampleCall.ts'
import { Duplicates } from './Duplicates.tsx'
import { noteTried } from './journal.ts'
import type { MintContext } from './mutations.ts'
import { RevealColumn } from './RevealColumn.tsx'
import { RevealFooter } from './RevealFooter.tsx'
import { SecretBox } from './SecretBox.tsx'
import { StillWorks } from './StillWorks.tsx'
import { useReveal } from './useReveal.ts'

interface Props {
  issued: IssuedToken
  /** The state before the request, to detect duplicates, and the journal entry. */
  context: MintContext
  /** What was requested, to warn about what the server kept otherwise. */
  asked: Asked
  /** The token that this one replaces. */
  replaces?: Token | undefined
  onDone: () => void
}

/**
 * The one place that shows a plaintext secret, inside a dialog that only "Done" closes. The secret is read from the
 * mutation's response and kept nowhere else.
 */
export function Reveal({ issued, context, asked, replaces, onDone }: Props) {
  const heading = useInitialFocus<HTMLHeadingElement>()
  const reveal = useReveal(context.entryId, onDone)
  const { state, dispatch } = reveal
  const [passed, setPassed] = useState(false)
  const call = useExampleCall(issued)
  const done = [state.copying === 'copied', state.isDownloaded || state.isStored, passed]
  const stateOf = (step: number) => (done[step] ? 'done' : step === done.indexOf(false) ? 'now' : 'later')
  const clipboard = {
    onCopied: () => dispatch('other copied'),
    isReplaced: state.copying === 'replaced',
  }
  return (
    <>
      <DialogContent sx={{ px: { xs: 2, sm: 3 }, bgcolor: 'background.default' }}>
        <RevealColumn>
          <Head issued={issued} />
          <Notices issued={issued} context={context} asked={asked} replaces={replaces} />
          <Steps>
            <Step
              number={1}
              title={t('Copy the secret')}
              id={REVEAL_TITLE}
              about={`${HEAD} ${NOTICES}`}
              headingRef={heading}
              state={stateOf(0)}
            >
              <SecretBox issued={issued} reveal={reveal} />
            </Step>
            <Step
              number={2}
              title={t('Put it where it’s used')}
              state={stateOf(1)}
              action={<SaveAsFile issued={issued} onDownloaded={() => dispatch('downloaded')} />}
            >
              <PutToUse
                issued={issued}
                call={call}
                isDownloaded={state.isDownloaded}
                isStored={state.isStored}
                onStored={(isStored) => dispatch(isStored ? 'stored' : 'not stored')}
                {...clipboard}
              />
            </Step>
            <Step number={3} title={t('Test it')} state={stateOf(2)}>
              {call ? (
                <TryToken
                  issued={issued}
                  call={call}
                  onTry={() => noteTried(context.entryId)}
                  onResult={setPassed}
                  {...clipboard}
                />
              ) : (
                <Skeleton height={36} />
              )}
            </Step>
          </Steps>
        </RevealColumn>
      </DialogContent>
      <RevealFooter issued={issued} reveal={reveal} />
    </>
  )
}

/** For `aria-labelledby` of the surrounding dialog. */
export const REVEAL_TITLE = 'reveal-title'
const HEAD = 'reveal-head'
const NOTICES = 'reveal-notices'

function Head({ issued }: { issued: IssuedToken }) {
  return (
    <Box
      id={HEAD}
      sx={{ display: 'grid', gridTemplateColumns: '40px minmax(0, 1fr)', columnGap: 2, alignItems: 'center', mb: 2.5 }}
    >
      <Box
        sx={{
          width: 40,
          height: 40,
          display: 'grid',
          placeItems: 'center',
          borderRadius: '12px',
          bgcolor: 'var(--good-soft)',
          color: 'var(--good)',
        }}
      >
        <Check />
      </Box>
      <div>
        <Typography variant="h1" component="h2">
          <Trans text={t('[[name]] is ready', { name: nameText(issued.name) })} />
        </Typography>
        <Typography sx={{ color: 'text.secondary' }}>
          {t('Waldur shows its secret only once.')}{' '}
          {issued.expires_at === null
            ? t('Anyone who has it can use it as you.')
            : t('It works until {{end}}. Anyone who has it can use it as you.', {
                end: instant(instantMs(issued.expires_at)),
              })}
        </Typography>
      </div>
    </Box>
  )
}

/** What went otherwise than asked, and what becomes of the token that this one replaces. */
function Notices({ issued, context, asked, replaces }: Omit<Props, 'onDone'>) {
  const found = differences(asked, issued)
  return (
    <Stack id={NOTICES} spacing={1.5} sx={{ '--gap': '12px', '&:has(:not(:empty))': { mb: 2.5 } }}>
      <Duplicates issued={issued} {...context} />
      {replaces && <StillWorks token={replaces} />}
      <KeptOtherwise uuid={issued.uuid} differences={found} />
      {isUntold(asked, issued) && (
        <Alert role="note" severity="warning">
          {t(
            'Waldur’s response doesn’t say whether this token is limited as you asked. Check the token’s page before you use it.',
          )}
        </Alert>
      )}
    </Stack>
  )
}
