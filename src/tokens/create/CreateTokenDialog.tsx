import { zodResolver } from '@hookform/resolvers/zod'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError } from '../../api/errors.ts'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { userQuery, useUser } from '../../auth/user.ts'
import { showErrors } from '../../ui/formErrors.ts'
import { useDiscard } from '../../ui/useDiscard.ts'
import { bindingTargetsQuery } from '../abilities.ts'
import { holderNow } from '../access/useHolder.ts'
import type { FormStart, Job, OpenDialog } from '../dialog.ts'
import { IssueDialog } from '../issue/IssueDialog.tsx'
import { createToken } from '../issue/mutations.ts'
import { useIssue } from '../issue/useIssue.ts'
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
  start: FormStart | undefined
  /** What an empty form is for. */
  job?: Job | undefined
  open: OpenDialog
  onClose: () => void
}

/** The form of a new token, and then its secret. */
export function CreateTokenDialog({ start, job, open, onClose }: Props) {
  const id = useId()
  const client = useQueryClient()
  const user = useUser()
  const maxDays = useMaxDays()
  const counted = useCountedTokens()?.length ?? null
  const [initial] = useState(() => (start ? startForm(start, maxDays, user) : emptyTokenForm(job)))
  const [resolver] = useState(() =>
    zodResolver(
      tokenForm({
        typesFor: (scopes) => {
          const targets = client.getQueryData(bindingTargetsQuery().queryKey)
          return targets ? bindableTypes(targets.rows, scopes) : null
        },
        hasPlaces: () => client.getQueryData(bindingTargetsQuery().queryKey) !== null,
        rejectionOf: (scopes, entity) => rejectionText(scopes, entity, holderNow(client)),
        maxDays: () => maxDaysNow(client),
        isDateWithheld: () => document.querySelector('input[name="until"]:invalid') !== null,
        user,
      }),
    ),
  )
  const form = useForm<TokenFormValues, unknown, NewToken>({ resolver, defaultValues: initial })
  const issue = useIssue(createToken, isOutcomeUnknown)
  const discard = useDiscard(form.formState.isDirty, issue.isSending, onClose)
  const { lost, checkScopes, forgetLost } = useLostScopes(form)
  const submit = form.handleSubmit((body) => {
    discard.stay()
    forgetLost()
    issue.send(body, {
      onSuccess: (issued) => unlearnLimits(client, issued, counted ?? 0),
      onError: (error) => {
        // The notice above the button says what may have happened. It is no field's fault.
        if (isOutcomeUnknown(error)) return
        const placed = placeProblems(error, form.getValues())
        learnLimits(client, error, body, counted)
        // The account may be the cause; the page behind says what to do about that.
        if (isAboutTheWhole(error)) void client.invalidateQueries(userQuery())
        showErrors(form, placed.error, placed.fields)
        void checkScopes(error)
      },
    })
  })

  return (
    <IssueDialog
      issued={issue.issued}
      titleId={id}
      workspace
      replaces={start?.as === 'replacement' ? start.token : undefined}
      onClose={discard.close}
      onDone={onClose}
    >
      <CreateTokenForm
        titleId={id}
        start={start}
        form={form}
        issue={issue}
        lostScopes={lost}
        discard={discard}
        open={open}
        onSubmit={submit}
        onClose={onClose}
      />
    </IssueDialog>
  )
}

/** A rejection because the caller may create no tokens belongs to no field (waldur-api, section 2.5). */
const isAboutTheWhole = (error: RequestError): boolean =>
  error instanceof ApiError && error.status === 400 && error.problems.some(({ path }) => path.length === 0)
