import Add from '@mui/icons-material/Add'
import type { ReactNode } from 'react'
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { serverOffset } from '../../api/serverClock.ts'
import { useUser } from '../../auth/user.ts'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { focusHeading, keepFocus } from '../../ui/focus.ts'
import { t } from '../../ui/i18n.tsx'
import { lazy, usePreload } from '../../ui/lazy.tsx'
import { PageBoundary } from '../../ui/PageBoundary.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { createObstacle, isTurnedOff } from '../capabilities/obstacles.ts'
import { TokensUnavailable } from '../capabilities/TokensUnavailable.tsx'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { TokenDialog } from '../dialogs.ts'
import { UnsavedSecrets } from '../issue/UnsavedSecrets.tsx'
import { tokenQueries } from '../queries.ts'
import { ListHead } from '../rows/ListHead.tsx'
import { OwnerContext, ownerOf } from '../rows/owner.ts'
import type { FocusRow } from '../rows/rowFocus.ts'
import { FocusRowContext } from '../rows/rowFocus.ts'
import type { Selection } from '../rows/selection.ts'
import { NOTHING_SELECTED } from '../rows/selection.ts'
import { forgetStarted, startedBefore } from '../rows/started.ts'
import type { SetSelection } from '../rows/useTokenTable.ts'
import { useIsPhone } from '../rows/width.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import type { TokenList } from '../useAllTokens.ts'
import { useAllTokens } from '../useAllTokens.ts'
import { ListedTokens } from './ListedTokens.tsx'
import { ListFailure, ListNotices } from './ListNotices.tsx'
import { isLoading, ListStatus } from './ListStatus.tsx'
import { LoadingTokens } from './LoadingTokens.tsx'
import styles from './list.css?inline'
import { ReplacedNotice } from './ReplacedNotice.tsx'
import { ToolsMenu } from './ToolsMenu.tsx'
import { useListedTokens } from './useListedTokens.ts'

adoptStyles(styles)

/** Seen once, so no one else waits for it. */
const FirstRun = lazy(async () => (await import('./FirstRun.tsx')).FirstRun)

interface Props {
  /** The request in the URL, from a link. */
  request?: string
  /** Called when the request's dialog is closed, whatever the outcome. */
  onRequestDone?: () => void
}

export function TokensPage({ request, onRequestDone }: Props) {
  const capabilities = useCapabilities()
  const obstacle = createObstacle(capabilities)
  const user = useUser()
  const owner = useMemo(() => ownerOf(user), [user])
  const [dialog, setDialog] = useState<Dialog | null>(() => {
    if (request === undefined) return startedBefore().dialog
    if (obstacle !== null) return null
    return request === '' ? { kind: 'create' } : { kind: 'create', start: { as: 'request', link: request } }
  })
  const [selection, setSelection] = useState(() => startedBefore().selection)
  useEffect(forgetStarted, [])
  const focusRow = useRef<FocusRow>(null)
  const close = () => {
    // While mounted, the dialog blocks navigation.
    flushSync(() => setDialog(null))
    keepFocus()
    onRequestDone?.()
  }
  return (
    <TurnedOffContext value={isTurnedOff(capabilities)}>
      <OwnerContext value={owner}>
        <FocusRowContext value={focusRow}>
          <PageBoundary>
            <Tokens open={setDialog} selection={selection} setSelection={setSelection} />
          </PageBoundary>
        </FocusRowContext>
        {dialog && (
          <TokenDialog
            dialog={dialog}
            open={setDialog}
            onClose={close}
            // The old token's row would have the focus, and say that it is revoked.
            onRotated={(uuid) => focusRow.current?.(uuid) || focusHeading()}
            onRevoked={() => setSelection(NOTHING_SELECTED)}
          />
        )}
      </OwnerContext>
    </TurnedOffContext>
  )
}

interface TokensProps {
  open: (dialog: Dialog) => void
  selection: Selection
  setSelection: SetSelection
}

function Tokens({ open, selection, setSelection }: TokensProps) {
  const capabilities = useCapabilities()
  const list = useAllTokens()
  usePreload(list.tokens !== undefined)
  const notices = list.tokens && (
    <>
      <UnsavedSecrets
        tokens={list.tokens}
        readAt={list.updatedAt + serverOffset()}
        isComplete={list.complete}
        open={open}
        readAgain={list.retry}
      />
      <ListNotices list={list} open={capabilities.byAccessToken ? null : open} />
      <ReplacedNotice tokens={list.tokens} open={open} />
    </>
  )
  return <ViewedTokens list={list} notices={notices} open={open} selection={selection} setSelection={setSelection} />
}

interface ViewedProps extends TokensProps {
  list: TokenList
  /** What is above the rows. */
  notices: ReactNode
}

/** What each letter in the search renders again, and waits for; so what is above the rows is not part of it. */
function ViewedTokens({ list, notices, open, selection, setSelection }: ViewedProps) {
  const reasonId = useId()
  const obstacle = createObstacle(useCapabilities())
  const listed = useListedTokens(list.tokens, selection, setSelection)
  const isPhone = useIsPhone()
  const create = () => open({ kind: 'create' })
  const { tokens, found, table, view, change } = listed
  const tools = (
    <ToolsMenu
      table={table}
      shown={view.columns}
      change={change}
      open={open}
      stop={isLoading(list) ? list.stop : null}
    />
  )

  return (
    <div className="list">
      <ListHead
        about={
          tokens.length > 0 && (
            <ListStatus list={list} loaded={tokens.length} active={found.counts.active} next={found.next} />
          )
        }
      >
        {tokens.length > 0 && !isPhone && tools}
        <CreateButton obstacleId={obstacle === null ? undefined : reasonId} isPhone={isPhone} open={open} />
      </ListHead>

      {obstacle && <TokensUnavailable obstacle={obstacle} id={reasonId} />}

      {/* Say that there are no tokens only when that is known. */}
      {listed.isKnown && list.tokens && (list.tokens.length > 0 || list.unreadable > 0 || list.complete) ? (
        <>
          {notices}
          {list.tokens.length > 0 ? (
            <ListedTokens
              list={list}
              listed={listed}
              tools={isPhone && tools}
              open={open}
              create={obstacle === null ? create : null}
            />
          ) : (
            list.unreadable === 0 && (
              <FirstRun create={obstacle === null ? (job) => open({ kind: 'create', ...(job && { job }) }) : null} />
            )
          )}
        </>
      ) : list.error ? (
        <ListFailure list={list} />
      ) : (
        <Waiting query={list.query} queryKey={tokenQueries.list().queryKey}>
          <LoadingTokens />
        </Waiting>
      )}
    </div>
  )
}

interface CreateButtonProps {
  /** The id of the reason why it is off; undefined if it is on. */
  obstacleId: string | undefined
  isPhone: boolean
  open: (dialog: Dialog) => void
}

/** Memoized, so that a letter in the search doesn't wait for its styles. */
const CreateButton = memo(function CreateButton({ obstacleId, isPhone, open }: CreateButtonProps) {
  return (
    <SteadyButton
      variant="contained"
      startIcon={<Add />}
      isOff={obstacleId !== undefined}
      aria-describedby={obstacleId}
      onClick={() => open({ kind: 'create' })}
      aria-label={t('Create token')}
      sx={{ px: { xs: 1.5, sm: 2 } }}
    >
      {isPhone ? t('Create') : t('Create token')}
    </SteadyButton>
  )
})
