import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import type { Theme } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import type { FormEventHandler } from 'react'
import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useWatch } from 'react-hook-form'
import { DiscardQuestion } from '../../ui/DiscardQuestion.tsx'
import { t } from '../../ui/i18n.tsx'
import type { Discard } from '../../ui/useDiscard.ts'
import { bindingTargetsQuery, scopesQuery } from '../abilities.ts'
import { EveryToken } from '../access/EveryToken.tsx'
import type { FormStart, OpenDialog } from '../dialog.ts'
import { Pending } from '../issue/Pending.tsx'
import type { Issue } from '../issue/useIssue.ts'
import type { NewToken } from '../schema.ts'
import { BindingPicker } from './BindingPicker.tsx'
import { CreateOutcomeNotice, mayTryAgain } from './CreateOutcomeNotice.tsx'
import type { TokenForm } from './form.ts'
import { LifetimePicker } from './LifetimePicker.tsx'
import { NameField } from './NameField.tsx'
import { NetworksSection } from './NetworksSection.tsx'
import { Origin, Title } from './Origin.tsx'
import { Problems } from './Problems.tsx'
import { RequestLink } from './RequestLink.tsx'
import { ScopePicker } from './ScopePicker.tsx'
import { SummaryLine } from './SummaryLine.tsx'
import { TokenLimit } from './TokenLimit.tsx'
import { ViewsWarning } from './TokenWarning.tsx'

interface Props {
  titleId: string
  /** The initial values of the form; undefined for an empty one. */
  start: FormStart | undefined
  form: TokenForm
  issue: Pick<Issue<NewToken>, 'isPending' | 'triedToLeave' | 'error' | 'lost'>
  /** Permissions that the user turned out to no longer hold. They were removed from the form. */
  lostScopes: readonly string[]
  discard: Discard
  open: OpenDialog
  onSubmit: FormEventHandler
  onClose: () => void
}

export function CreateTokenForm({ titleId, start, form, issue, lostScopes, discard, open, onSubmit, onClose }: Props) {
  const { isPending, error, lost } = issue
  // A phone has no space for a sticky summary, so there it is at the end of the form.
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'))
  // Both are requested before the parts that show them mount.
  const available = useQuery(scopesQuery())
  const targets = useQuery(bindingTargetsQuery())
  const reach = useWatch({ control: form.control, name: 'reach' })
  const bindable = targets.data === null ? null : new Set(targets.data?.rows.map((row) => row.permission))
  // On a slow computer the whole form takes a while to render. Show the name first, so that the user can start typing.
  const [isWhole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        // An invalid field takes the focus, so it has to be mounted.
        flushSync(() => setWhole(true))
        onSubmit(event)
      }}
      onKeyDown={(event) => {
        // Holding Enter down would resubmit the form after each refusal.
        if (event.key === 'Enter' && event.repeat) event.preventDefault()
      }}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 }}
    >
      <DialogTitle id={titleId} sx={{ px: { xs: 2, sm: 3 } }}>
        <Title start={start} />
      </DialogTitle>
      <DialogContent dividers sx={{ px: { xs: 2, sm: 3 }, py: 2.5, scrollPaddingBlock: '16px 48px' }}>
        <Stack spacing={4}>
          <TokenLimit form={form} />
          {start && <Origin form={form} start={start} />}
          <NameField form={form} replaced={start?.as === 'replacement' ? start.token.name : undefined} />
          {isWhole ? (
            <>
              <ScopePicker available={available} bindable={bindable} form={form} lost={lostScopes} phone={phone} />
              <ViewsWarning form={form} />
              <BindingPicker form={form} />
              <NetworksSection form={form} />
              <LifetimePicker form={form} />
              <EveryToken limited={reach === 'bound' && bindable !== null} folded />
              <RequestLink form={form} />
              {phone && <SummaryLine control={form.control} />}
            </>
          ) : (
            <Box sx={{ height: '100vh' }} />
          )}
        </Stack>
      </DialogContent>
      {/* The outcome of several tokens without a secret is long; keep the form visible. */}
      <Box sx={{ px: { xs: 2, sm: 3 }, pt: { sm: 2 }, maxHeight: '50dvh', overflowY: 'auto', flexShrink: 0 }}>
        {!phone && <SummaryLine control={form.control} />}
        {lost && <CreateOutcomeNotice {...lost} open={open} />}
        {issue.triedToLeave && <Pending />}
        <Problems form={form} error={error} />
        {discard.asking && (
          <Box sx={{ mt: 1.5 }}>
            <DiscardQuestion onStay={discard.stay} onDiscard={onClose} />
          </Box>
        )}
      </Box>
      <DialogActions sx={{ px: { xs: 2, sm: 3 } }}>
        <Button color="inherit" onClick={discard.close} disabled={isPending}>
          {t('Cancel')}
        </Button>
        <Button
          type="submit"
          variant="contained"
          loading={isPending}
          disabled={(available.isError && !available.data) || (lost !== null && !mayTryAgain(lost.snapshot))}
        >
          {t('Create token')}
        </Button>
      </DialogActions>
    </Box>
  )
}
