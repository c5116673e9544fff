import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent, KeyboardEvent } from 'react'
import { startTransition, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { DiscardQuestion } from '../../ui/DiscardQuestion.tsx'
import { t } from '../../ui/i18n.tsx'
import { takeFilled } from '../../ui/takeFilled.ts'
import type { Discard } from '../../ui/useDiscard.ts'
import { WORKSPACE_MARGIN, WORKSPACE_WIDTH, WorkspaceBar } from '../../ui/WorkspaceBar.tsx'
import { scopesQuery } from '../abilities.ts'
import type { FormStart, OpenDialog } from '../dialog.ts'
import { Pending } from '../issue/Pending.tsx'
import type { Issue } from '../issue/useIssue.ts'
import { nextNetwork } from '../networks/fields.ts'
import type { NewToken } from '../schema.ts'
import { BottomBar } from './BottomBar.tsx'
import { CreateOutcomeNotice, mayTryAgain } from './CreateOutcomeNotice.tsx'
import { FormCard } from './FormCard.tsx'
import type { TokenForm } from './form.ts'
import { LivePane, PANE_BESIDE, PANE_SHEET } from './LivePane.tsx'
import { Title } from './Origin.tsx'
import { PaneFoot } from './PaneFoot.tsx'
import { PaneParts } from './PaneParts.tsx'
import { Problems } from './Problems.tsx'
import { RequestLink } from './RequestLink.tsx'
import { SubmitButton } from './SubmitButton.tsx'
import { useSheet } from './useSheet.ts'

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
  onSubmit: (event: FormEvent) => Promise<void>
  onClose: () => void
}

/** The form, and beside it what the token will do; on a narrow screen, that is a sheet over the form. */
export function CreateTokenForm({ titleId, start, form, issue, lostScopes, discard, open, onSubmit, onClose }: Props) {
  const { isPending, error, lost } = issue
  const id = useId()
  const isNarrow = useMediaQuery(NARROW)
  const sheet = useSheet(form)
  const available = useQuery(scopesQuery())
  // On a slow computer the whole form takes a while to render. Show the name first, so that the user can start typing.
  const [isWhole, setWhole] = useState(false)
  useEffect(() => startTransition(() => setWhole(true)), [])
  const isInSheet = isNarrow && sheet.isOpen
  // The sheet would cover them in the bar below it.
  const alerts = (
    <>
      {lost && <CreateOutcomeNotice {...lost} open={open} />}
      <Pending when={issue.triedToLeave} />
      <Problems form={isInSheet ? sheet.inside : isNarrow ? sheet.outside : form} error={error} />
      {discard.asking && <DiscardQuestion onStay={discard.stay} onDiscard={onClose} />}
    </>
  )
  const button = {
    formId: id,
    isSending: isPending,
    isOff: (available.isError && !available.data) || (lost !== null && !mayTryAgain(lost.snapshot)),
  }
  return (
    <Box
      component="form"
      id={id}
      // Firefox makes a box that scrolls a tab stop, which has no name. Its fields are stops already.
      tabIndex={-1}
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        takeFilled(form, event, 'name', 'until', nextNetwork(form.getValues()))
        // An invalid field takes the focus, so it has to be mounted, and not under the sheet.
        flushSync(() => {
          setWhole(true)
          sheet.close()
        })
        void onSubmit(event).then(() => isNarrow && needsOnlyTick(form) && sheet.outside.setFocus('understood'))
      }}
      onKeyDown={onKeyDown}
      sx={SURFACE}
    >
      <WorkspaceBar
        titleId={titleId}
        title={<Title start={start} />}
        closeLabel={t('Cancel')}
        onClose={discard.close}
        isWaiting={isPending}
      >
        <RequestLink form={form} />
      </WorkspaceBar>
      <Box sx={COLUMNS}>
        <FormCard form={form} start={start} available={available} lostScopes={lostScopes} isWhole={isWhole} />
        {!isNarrow && (
          <Box sx={PANE_BESIDE}>
            <LivePane
              form={form}
              foot={
                <PaneFoot isSending={isPending}>
                  <SubmitButton {...button} />
                </PaneFoot>
              }
            >
              <PaneParts form={form} isWhole={isWhole}>
                {alerts}
              </PaneParts>
            </LivePane>
          </Box>
        )}
      </Box>
      {isNarrow && (
        <BottomBar form={form} isOpen={sheet.isOpen} onOpen={sheet.open} button={<SubmitButton {...button} short />}>
          {!isInSheet && alerts}
        </BottomBar>
      )}
      <Drawer
        anchor="bottom"
        open={isInSheet}
        onClose={sheet.close}
        sx={{ zIndex: 'modal' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('What this token can do'), sx: PANE_SHEET } }}
      >
        <LivePane
          form={sheet.inside}
          onClose={sheet.close}
          foot={
            <PaneFoot isSending={isPending}>
              <SubmitButton {...button} />
            </PaneFoot>
          }
        >
          <PaneParts form={sheet.inside} isWhole>
            {isInSheet && alerts}
          </PaneParts>
        </LivePane>
      </Drawer>
    </Box>
  )
}

/** Whether nothing is missing but the confirmation of a warning. */
const needsOnlyTick = (form: TokenForm): boolean =>
  form.getFieldState('understood').invalid && !FIELDS.some((field) => form.getFieldState(field).invalid)

const FIELDS = ['name', 'scopes', 'reach', 'bindings', 'source', 'networks', 'lifetime', 'until'] as const

function onKeyDown(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter') return
  const isShortcut = event.ctrlKey || event.metaKey
  // Holding Enter down would resubmit the form after each rejection; and the shortcut must not press a button, too.
  if (event.repeat || isShortcut) event.preventDefault()
  if (isShortcut && !event.repeat) event.currentTarget.requestSubmit()
}

/** Narrower windows have no room for two columns. */
const NARROW = '(max-width: 999.95px)'

const SURFACE = {
  // Texts for screen readers alone are placed inside it. Outside, they would give the dialog a second scrollbar.
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  height: '100%',
  overflowY: 'auto',
  outline: 'none',
  // What is focused must not be under the bars.
  scrollPaddingBlock: { xs: '72px 112px', md: '72px 24px' },
} as const

const COLUMNS = {
  flex: '1 0 auto',
  width: '100%',
  px: WORKSPACE_MARGIN,
  py: 3,
  mx: 'auto',
  boxSizing: 'border-box',
  display: 'grid',
  gap: 3,
  alignItems: 'start',
  gridTemplateColumns: `minmax(0, ${WORKSPACE_WIDTH}px)`,
  justifyContent: 'center',
  '@media (max-width: 999.95px)': { py: 0 },
  '@media (min-width: 1000px)': { gridTemplateColumns: 'minmax(0, 680px) 360px' },
  '@media (min-width: 1120px)': { gridTemplateColumns: 'minmax(0, 680px) 416px' },
} as const
