import Typography from '@mui/material/Typography'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { RequestError } from '../../api/errors.ts'
import { asksForPasskey } from '../../api/errors.ts'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { serverNow } from '../../api/serverClock.ts'
import { instantMs } from '../../api/wire.ts'
import { useUser } from '../../auth/user.ts'
import { Confirmation } from '../../ui/ConfirmDialog.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { NextSteps } from '../../ui/NextSteps.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { TileRadio, Tiles } from '../../ui/Tile.tsx'
import { day } from '../../ui/time.ts'
import { CreateOutcomeNotice, isCreated, mayTryAgain } from '../create/CreateOutcomeNotice.tsx'
import { CreateTokenDialog } from '../create/CreateTokenDialog.tsx'
import { FixLink } from '../create/Note.tsx'
import { useMakeRoom } from '../create/useMakeRoom.tsx'
import type { OpenDialog } from '../dialog.ts'
import { IssueDialog } from '../issue/IssueDialog.tsx'
import { LOST_ID } from '../issue/LostResponse.tsx'
import { createToken } from '../issue/mutations.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { Pending } from '../issue/Pending.tsx'
import { useIssue } from '../issue/useIssue.ts'
import { endOf, lifetimesWithin, presetBeyond } from '../limits/lifetime.ts'
import { lifetimeText } from '../limits/lifetimeText.ts'
import { learnLimits, tokensIn, unlearnLimits, useCountedTokens, useLimits, useMaxDays } from '../limits/limits.ts'
import type { Token } from '../schema.ts'
import { Overlap } from './Overlap.tsx'
import { isReplaceableAsIs, replacementOf } from './replacement.ts'

interface Props {
  token: Token
  open: OpenDialog
  onClose: () => void
}

/** Creates a token that takes over from another one, which keeps working meanwhile. */
export function ReplaceTokenDialog(props: Props) {
  const user = useUser()
  // The token may expire while the dialog is open.
  const [asIs] = useState(() => isReplaceableAsIs(props.token, user, serverNow()))
  const form = <CreateTokenDialog start={{ as: 'replacement', token: props.token }} {...props} />
  return asIs ? <Replace {...props} /> : form
}

/** Everything stays but the secret and the expiration, so those are all there is to choose. */
function Replace({ token, open, onClose }: Props) {
  const id = useId()
  const client = useQueryClient()
  const now = useNow()
  const maxDays = useMaxDays()
  const { isTold = false } = useLimits()
  const counted = useCountedTokens()?.length ?? null
  const { send, isSending, isPending, triedToLeave, error, issued, lost } = useIssue(createToken, isOutcomeUnknown)
  const oldEnd = instantMs(token.expires_at)
  const [first] = useState(() => presetBeyond(oldEnd, serverNow()))
  const [lifetime, setLifetime] = useState(first)
  // A longer lifetime than this Waldur server allows is cut to the limit.
  const shown = lifetimesWithin(maxDays).includes(lifetime) ? lifetime : 'longest'
  const newEnd = endOf(lifetime, '', now, maxDays)
  const close = () => {
    if (!isSending()) onClose()
  }
  const replace = () => {
    const body = replacementOf(token, endOf(lifetime, '', serverNow(), maxDays))
    send(body, {
      onSuccess: (issued) => unlearnLimits(client, issued, counted ?? 0),
      onError: (error) => learnLimits(client, error, body, counted),
    })
  }
  const change = () => {
    // A chosen expiration is taken along; the form has the same default.
    const end = lifetime === first ? {} : { end: endOf(lifetime, '', serverNow(), maxDays) }
    open({ kind: 'create', start: { as: 'replacement', token, ...end } })
  }
  const isOver = lost !== null && isCreated(lost.snapshot)
  const [mended, setMended] = useState<RequestError | null>(null)
  const room = useMakeRoom(() => setMended(error))
  return (
    <IssueDialog issued={issued} titleId={id} replaces={token} onClose={close} onDone={onClose}>
      <Confirmation
        titleId={id}
        title={<Trans text={t('Replace [[name]]', { name: nameText(token.name) })} />}
        action={isOver ? null : t('Create replacement')}
        aside={
          !isOver && (
            <SteadyButton plain isWaiting={isPending} onClick={change}>
              {t('Change more')}
            </SteadyButton>
          )
        }
        pending={isPending}
        offFor={lost !== null && !mayTryAgain(lost.snapshot) && LOST_ID}
        error={lost || error === mended ? null : error}
        explained={asksForPasskey(error) && <PasskeyAsked />}
        doubt={
          error &&
          tokensIn(error, counted) !== undefined && (
            <>
              {room.text} {room.fix && <FixLink {...room.fix} />}
            </>
          )
        }
        onConfirm={replace}
        onClose={close}
      >
        {!isOver && (
          <>
            <Typography sx={{ color: 'text.secondary' }}>
              {newEnd > oldEnd
                ? t('You’ll get a second token with its own secret and a later expiration.')
                : t('You’ll get a second token with its own secret and an earlier expiration.')}
            </Typography>
            <Overlap oldEnd={oldEnd} newEnd={newEnd} now={now} />
            <div>
              <Typography variant="h3" component="div" sx={{ fontSize: '0.8125rem', mb: 0.5 }}>
                {t('The new one expires after')}
              </Typography>
              <Tiles role="radiogroup" label={t('The new one expires after')} each="fifth">
                {OFFERED.filter((one) => lifetimesWithin(maxDays).includes(one)).map((one) => (
                  <TileRadio
                    key={one}
                    plain
                    name={`${id}lifetime`}
                    label={lifetimeText(one, maxDays, isTold)}
                    small={day(endOf(one, '', now, maxDays))}
                    checked={one === shown}
                    aria-disabled={isPending}
                    onSelect={() => !isPending && setLifetime(one)}
                  />
                ))}
              </Tiles>
            </div>
            <NextSteps
              steps={[
                t('Copy the new secret to where the old one is used'),
                t('This page watches for its first use'),
                t('Then it offers to revoke the old one'),
              ]}
            />
          </>
        )}
        <Pending when={triedToLeave} />
        {lost && <CreateOutcomeNotice {...lost} open={open} />}
      </Confirmation>
    </IssueDialog>
  )
}

/** A week is not worth the change. */
const OFFERED = ['30 days', '90 days', '180 days', 'longest'] as const
