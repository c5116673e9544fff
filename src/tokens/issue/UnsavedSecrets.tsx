import AlertTitle from '@mui/material/AlertTitle'
import Button from '@mui/material/Button'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useId } from 'react'
import { serverNow, serverOffset } from '../../api/serverClock.ts'
import { useUser } from '../../auth/user.ts'
import { Alert } from '../../ui/Alert.tsx'
import { focusHeading } from '../../ui/focus.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PageButton } from '../../ui/links.ts'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import type { Dialog } from '../dialog.ts'
import { newestQuery } from '../queries.ts'
import type { Token } from '../schema.ts'
import type { JournalEntry } from './journal.ts'
import { forget, isMine, knownUuids, leftEntriesQuery, onJournalChange } from './journal.ts'
import { LostSecretActions } from './LostSecretActions.tsx'
import { findings, PATIENCE_MS } from './reconcile.ts'

interface Props {
  tokens: readonly Token[]
  /** When they were read, in milliseconds by the server's clock. */
  readAt: number
  /** Whether these are all tokens of the user. */
  isComplete: boolean
  open: (dialog: Dialog) => void
  readAgain: () => void
}

/**
 * Secrets that were on screen or pending when the page was left or their dialog was closed. Shown on the list until the
 * secret is known to be saved, or the token is replaced or ended.
 */
export function UnsavedSecrets({ tokens, readAt, isComplete, open, readAgain }: Props) {
  const entries = useMyLeftEntries()
  const { unseen, nothing, settled } = findings(entries, tokens, { readAt, isComplete, known: knownUuids() })
  const over = settled.join()
  useEffect(() => forget(over === '' ? [] : over.split(',')), [over])
  useLastLook(entries, readAt, readAgain)
  return (
    <>
      {unseen.map(({ entry, token }) => (
        <Unseen key={token.uuid} entry={entry} token={token} open={open} />
      ))}
      {nothing.map((entry) => !isMine(entry) && <Nothing key={entry.id} entry={entry} readAgain={readAgain} />)}
    </>
  )
}

/** A hint on a token's page, if the newest tokens show that a secret was left. Only the list shows which one. */
export function UnsavedSecretsHint() {
  const entries = useMyLeftEntries()
  const newest = useQuery({ ...newestQuery(), enabled: entries.length > 0, retryOnMount: false })
  const readAt = newest.dataUpdatedAt + serverOffset()
  const { unseen } = findings(entries, newest.data ?? [], { readAt, isComplete: false, known: knownUuids() })
  if (unseen.length === 0) return null
  return (
    <Alert
      role="note"
      severity="warning"
      action={
        <PageButton to="/tokens" color="inherit" size="small">
          {t('Go to your tokens')}
        </PageButton>
      }
    >
      {t('A secret issued in this browser may be lost. Your list shows which one and what to do.')}
    </Alert>
  )
}

function useMyLeftEntries(): JournalEntry[] {
  const client = useQueryClient()
  const { uuid: user } = useUser()
  useEffect(() => onJournalChange(() => void client.invalidateQueries(leftEntriesQuery())), [client])
  return useQuery(leftEntriesQuery()).data?.filter((entry) => entry.user === user) ?? []
}

/** Reads the list again once Waldur has given up these requests, so that no late token goes unnoticed. */
function useLastLook(entries: readonly JournalEntry[], readAt: number, readAgain: () => void) {
  const ends = entries.flatMap(({ state, at }) => (state === 'asked' ? at + PATIENCE_MS : []))
  const last = ends.find((end) => end >= readAt)
  const look = useEffectEvent(readAgain)
  useEffect(() => {
    if (last === undefined) return undefined
    const timer = setTimeout(() => look(), last + 1000 - serverNow())
    return () => clearTimeout(timer)
  }, [last])
}

function dismiss({ id }: JournalEntry): void {
  focusHeading()
  forget([id])
}

function Unseen({ entry, token, open }: { entry: JournalEntry; token: Token; open: Props['open'] }) {
  const when = ago(entry.at, useNow())
  const wasShown = entry.state === 'shown'
  const id = useId()
  return (
    <Alert
      role="note"
      severity="warning"
      action={
        <LostSecretActions token={token} describedBy={id} open={open}>
          <Button size="small" color="inherit" aria-describedby={id} onClick={() => dismiss(entry)}>
            {wasShown ? t('I have the secret') : t('Leave it as is')}
          </Button>
        </LostSecretActions>
      }
    >
      <AlertTitle id={id}>
        <Trans
          text={wasShown ? t('Did you save the secret for [[name]]?') : t('No one has the secret for [[name]]')}
          name={<Name of={token.name} />}
        />
      </AlertTitle>
      {wasShown
        ? t(
            'It was on screen {{when}}, and the page closed before it was copied or marked as stored. It can’t be shown again. If you don’t have it, rotate or revoke the token.',
            { when },
          )
        : t(
            'The token was issued {{when}}, but its secret never reached this browser and can’t be shown again. Rotate or revoke the token.',
            { when },
          )}
    </Alert>
  )
}

/** The page was left during the request, and so far nothing came of it. */
function Nothing({ entry, readAgain }: { entry: JournalEntry; readAgain: () => void }) {
  return (
    <Alert role="note" severity="info" onClose={() => dismiss(entry)} closeText={t('Dismiss')}>
      <Trans
        text={
          entry.op === 'create'
            ? t('The page closed while [[name]] was being created. There’s no such token so far. [[again]]')
            : t('The page closed while [[name]] was being rotated. It has no new secret so far. [[again]]')
        }
        name={<Name of={entry.name ?? ''} strong />}
        again={<LinkButton onClick={readAgain}>{t('Check again')}</LinkButton>}
      />
    </Alert>
  )
}
