import { zodResolver } from '@hookform/resolvers/zod'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiDialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { UseFormReturn } from 'react-hook-form'
import { useForm, useFormState, useWatch } from 'react-hook-form'
import * as z from 'zod/mini'
import { isOutcomeUnknown } from '../../api/outcome.ts'
import { Alert } from '../../ui/Alert.tsx'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { announce } from '../../ui/announce.tsx'
import { DiscardQuestion } from '../../ui/DiscardQuestion.tsx'
import { growingDialog } from '../../ui/dialogLooks.ts'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { takeFocus } from '../../ui/focus.ts'
import { showErrors } from '../../ui/formErrors.ts'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { Spoken } from '../../ui/Spoken.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { takeFilled } from '../../ui/takeFilled.ts'
import { useDiscard } from '../../ui/useDiscard.ts'
import { useSend } from '../../ui/useSend.ts'
import type { Difference } from '../kept/differences.ts'
import { differences } from '../kept/differences.ts'
import { KeptOtherwise } from '../kept/KeptOtherwise.tsx'
import type { Token } from '../schema.ts'
import type { NetworkValues } from './fields.ts'
import { networkFields, networksOf, networkValues, nextNetwork, readableNetworks } from './fields.ts'
import { setNetworks } from './mutations.ts'
import { NetworksPicker } from './NetworksPicker.tsx'
import { covers, readNetwork } from './networks.ts'
import { placeNetworkProblems } from './placeNetworkProblems.ts'

const networksForm = z.pipe(
  z.object(networkFields),
  z.transform((form, { issues }) =>
    networksOf(form, (path, message) => issues.push({ code: 'custom', path, message, input: form })),
  ),
)

/** Changes only from where a token may be used. Its secret stays, and the change applies at once. */
export function ChangeNetworksDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const id = useId()
  const form = useForm<NetworkValues, unknown, string[]>({
    resolver: zodResolver(networksForm),
    defaultValues: networkValues(token.allowed_networks),
  })
  const change = useMutation(setNetworks)
  const { send, isSending } = useSend(change)
  const { errors } = useFormState({ control: form.control })
  const [otherwise, setOtherwise] = useState<readonly Difference[]>([])
  const isOver = otherwise.length > 0
  const unknown = change.error !== null && isOutcomeUnknown(change.error)

  const { asking, close, stay } = useDiscard(form.formState.isDirty, isSending, onClose)
  const submit = form.handleSubmit((networks) => {
    stay()
    send(
      { uuid: token.uuid, networks },
      {
        onSuccess: (kept) => {
          const found = differences({ ...token, allowed_networks: networks }, kept)
          setOtherwise(found)
          if (found.length > 0) return
          announce(t('Updated allowed IP addresses for [[name]]', { name: nameText(token.name) }))
          onClose()
        },
        onError: (error) => {
          const placed = placeNetworkProblems(error, form.getValues('networks'))
          showErrors(form, placed.error, placed.fields)
        },
      },
    )
  })

  return (
    <MuiDialog open onClose={isOver ? onClose : close} aria-labelledby={id} fullWidth sx={growingDialog}>
      <Box
        component="form"
        noValidate
        onSubmit={(event: FormEvent<HTMLFormElement>) => {
          takeFilled(form, event, nextNetwork(form.getValues()))
          void submit(event)
        }}
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, flexGrow: 1 }}
      >
        <DialogTitle id={id}>
          <Trans text={t('Edit allowed IP addresses for [[name]]', { name: nameText(token.name) })} />
        </DialogTitle>
        <DialogContent sx={{ scrollPaddingBlock: '16px 48px' }}>
          <Stack spacing={2}>
            <Typography sx={{ color: 'text.secondary' }}>
              {t('The secret stays the same. The new IP addresses apply from the next request.')}
            </Typography>
            <div>
              <NetworksPicker form={form} isFirst />
            </div>
          </Stack>
        </DialogContent>
        {/* Visible at any scroll position of a long list. */}
        <Stack spacing={1.5} sx={{ px: 3, pt: 1, '--gap': '12px' }}>
          <ShutOut form={form} address={token.last_used_ip} />
          <AlertPlace>
            {change.error && !change.isPending && errors.root?.['server'] && (
              <Alert role="none" severity="error">
                <ErrorText error={change.error} />{' '}
                {unknown && t('The change may have been saved anyway. It’s safe to save again.')}
              </Alert>
            )}
          </AlertPlace>
          <KeptOtherwise isNews uuid={token.uuid} differences={otherwise} />
          {asking && <DiscardQuestion onStay={stay} onDiscard={onClose} />}
        </Stack>
        <DialogActions>
          {isOver ? (
            <Button ref={takeFocus} color="inherit" onClick={onClose}>
              {t('Close')}
            </Button>
          ) : (
            <>
              <SteadyButton plain isWaiting={change.isPending} color="inherit" onClick={close}>
                {t('Cancel')}
              </SteadyButton>
              <SteadyButton type="submit" variant="contained" isWaiting={change.isPending}>
                {t('Save IP addresses')}
              </SteadyButton>
            </>
          )}
        </DialogActions>
      </Box>
    </MuiDialog>
  )
}

/** Offers to keep the last used address, if the change would lock it out. */
function ShutOut({ form, address }: { form: UseFormReturn<NetworkValues, unknown, string[]>; address: string | null }) {
  const [source, networks] = useWatch({ control: form.control, name: ['source', 'networks'] })
  const readable = readableNetworks({ networks })
  const isShutOut = source !== 'anywhere' && address !== null && readable.length > 0 && !covers(readable, address)
  const shown = isShutOut ? nameText(address) : ''
  const text = t(
    'The token was last used from [[address]], which isn’t included here. Requests from there will be denied.',
    { address: shown },
  )
  const add = () => {
    const [field, ...tags] = networks.toReversed()
    const rows = [...tags.reverse(), { text: address ?? '' }, field ?? { text: '' }]
    // The button disappears.
    flushSync(() => form.setValue('networks', rows, { shouldDirty: true }))
    form.setFocus(`networks.${networks.length}.text`)
  }
  return (
    <>
      {isShutOut && (
        <Alert role="note" severity="warning">
          <Trans text={text} />
          {'network' in readNetwork(address) && (
            <FixButton text={t('Add [[address]]', { address: shown })} apply={add} />
          )}
        </Alert>
      )}
      <Spoken text={isShutOut ? text : ''} />
    </>
  )
}
