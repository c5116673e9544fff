import { zodResolver } from '@hookform/resolvers/zod'
import MuiDialog from '@mui/material/Dialog'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { userQuery, useUser } from '../../auth/user.ts'
import { showErrors } from '../../ui/formErrors.ts'
import { useDiscard } from '../../ui/useDiscard.ts'
import { useSend } from '../../ui/useSend.ts'
import { bindingTargetsQuery } from '../abilities.ts'
import { holderNow } from '../access/useHolder.ts'
import type { OpenDialog, Start } from '../dialog.ts'
import { createToken } from '../issue/mutations.ts'
import { REVEAL_TITLE, Reveal } from '../issue/Reveal.tsx'
import { useEntryLock } from '../issue/useJournal.ts'
import { useSnapshot } from '../issue/useSnapshot.ts'
import { useUnderway } from '../issue/useUnderway.ts'
import { learnLimits, maxDaysNow, unlearnLimits, useCountedTokens, useMaxDays } from '../limits/limits.ts'
import type { NewToken } from '../schema.ts'
import { bindableTypes } from './bindingTypes.ts'
import { CreateTokenForm } from './CreateTokenForm.tsx'
import type { TokenFormValues } from './form.ts'
import { emptyTokenForm, tokenForm } from './form.ts'
import { placeProblems } from './placeProblems.ts'
import { rejectionText } from './placeWords.ts'
import { startForm } from './start.ts'
import { useLostScopes } from './useLostScopes.ts'

interface Props {
  /** The initial values of the form; undefined for an empty one. */
  start: Start | undefined
  open: OpenDialog
  onClose: () => void
}

/** The form, replaced by the secret. Both are in one chunk, so that nothing has to load in between. */
export function CreateTokenDialog({ start, open, onClose }: Props) {
  const id = useId()
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  const client = useQueryClient()
  const { is_staff: isStaff } = useUser()
  const maxDays = useMaxDays()
  const counted = useCountedTokens()?.length ?? null
  const [initial] = useState(() => (start ? startForm(start, maxDays, isStaff) : emptyTokenForm()))
  const [resolver] = useState(() =>
    zodResolver(
      tokenForm({
        typesFor: (scopes) => {
          const targets = client.getQueryData(bindingTargetsQuery().queryKey)
          return targets ? bindableTypes(targets.rows, scopes).map(({ type }) => type) : null
        },
        hasPlaces: () => client.getQueryData(bindingTargetsQuery().queryKey) !== null,
        rejectionOf: (scopes, entity) => rejectionText(scopes, entity, holderNow(client)),
        maxDays: () => maxDaysNow(client),
        isStaff,
      }),
    ),
  )
  const form = useForm<TokenFormValues, unknown, NewToken>({ resolver, defaultValues: initial })
  const create = useMutation(createToken)
  const unknown = create.error !== null && isOutcomeUnknown(create.error)
  const snapshot = useSnapshot(unknown ? create.context?.before : undefined, create.variables?.name ?? '')
  useEntryLock(create.context?.entryId)
  const { send, isSending } = useSend(create)
  const { asking, close, stay } = useDiscard(form.formState.isDirty, isSending, onClose)
  const triedToLeave = useUnderway(() => isSending() && !create.data)
  const { lost, lookAfter, forgetLost } = useLostScopes(form)
  const submit = form.handleSubmit((body) => {
    stay()
    forgetLost()
    send(body, {
      onSuccess: (issued) => unlearnLimits(client, issued, counted ?? 0),
      onError: (error) => {
        // The notice above the button says what may have happened. It is no field's fault.
        if (isOutcomeUnknown(error)) return
        const placed = placeProblems(error, form.getValues())
        learnLimits(client, error, body, counted)
        // The account may be the cause; the page behind says what to do about that.
        if (isAboutTheWhole(error)) void client.invalidateQueries(userQuery())
        showErrors(form, placed.error, placed.fields)
        void lookAfter(error)
      },
    })
  })

  return (
    <MuiDialog
      open
      // While the secret is pending or on screen, only the named button closes the dialog.
      onClose={close}
      aria-labelledby={create.data ? REVEAL_TITLE : id}
      maxWidth="sm"
      fullWidth
    >
      {create.data && create.context ? (
        <Reveal
          issued={create.data}
          context={create.context}
          asked={create.variables}
          replaces={start?.as === 'replacement' ? start.token : undefined}
          onDone={onClose}
        />
      ) : (
        <CreateTokenForm
          titleId={id}
          start={start}
          form={form}
          phone={phone}
          pending={create.isPending}
          error={create.error}
          snapshot={snapshot}
          entryId={create.context?.entryId}
          lost={lost}
          open={open}
          leaving={asking}
          waiting={create.isPending && triedToLeave}
          onSubmit={(event) => void submit(event)}
          onCancel={close}
          onDiscard={onClose}
          onStay={stay}
        />
      )}
    </MuiDialog>
  )
}

/** A refusal because the caller may create no tokens belongs to no field (waldur-api, section 2.5). */
const isAboutTheWhole = (error: RequestError): boolean =>
  error instanceof ApiError && error.status === 400 && error.problems.some(({ path }) => path.length === 0)
