import Dialog from '@mui/material/Dialog'
import DialogContentText from '@mui/material/DialogContentText'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { instantMs } from '../../api/wire.ts'
import { Confirmation } from '../../ui/ConfirmDialog.tsx'
import { useNow } from '../../ui/now.ts'
import { duration, instant } from '../../ui/time.ts'
import { t, Words } from '../../ui/words.tsx'
import { isOutcomeUnknown } from '../issue/outcome.ts'
import { REVEAL_TITLE, Reveal } from '../issue/Reveal.tsx'
import { rotateToken } from '../queries.ts'
import { needsTick } from '../rules/friction.ts'
import type { Token } from '../schema.ts'
import { StopsNow } from './StopsNow.tsx'

/** A new secret with the same end date; the old one stops at once. */
export function RotateTokenDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const id = useId()
  const now = useNow()
  const rotate = useMutation(rotateToken)
  const [ticked, setTicked] = useState(false)
  const tick = needsTick(token, now)
  const end = instantMs(token.expires_at)
  return (
    <Dialog
      open
      // While the secret is on its way or on screen, only the named button closes.
      onClose={rotate.isPending || rotate.data ? undefined : onClose}
      aria-labelledby={rotate.data ? REVEAL_TITLE : id}
      maxWidth="sm"
      fullWidth
    >
      {rotate.data ? (
        <Reveal issued={rotate.data} sent={living(token)} onDone={onClose} />
      ) : (
        <Confirmation
          titleId={id}
          title={<Words text={t('Rotate [[name]]')} name={<bdi>{token.name}</bdi>} />}
          action={t('Rotate token')}
          pending={rotate.isPending}
          disabled={tick && !ticked}
          error={rotate.error}
          errorWords={rotate.error && isOutcomeUnknown(rotate.error) ? unknownText() : null}
          onConfirm={() => rotate.mutate(token.uuid)}
          onClose={onClose}
        >
          <DialogContentText>
            {t(
              'You get a new secret, and the old one stops working now. Permissions, entities and the end date stay: {{left}} left, until {{end}}.',
              { left: duration(end - now), end: instant(end) },
            )}
          </DialogContentText>
          <StopsNow token={token} tick={tick} ticked={ticked} onTick={setTicked} />
        </Confirmation>
      )}
    </Dialog>
  )
}

/** The bindings that a rotated token must carry on. */
const living = (token: Token) =>
  token.allowed_scopes.flatMap(({ type, uuid }) => (uuid === null ? [] : [{ type, uuid }]))

const unknownText = () =>
  t(
    'The answer got lost, so the token may have been rotated. Close this and look at the list: if it is inactive there, its old secret is dead, and the new token of the same name needs another rotation to give you a secret.',
  )
