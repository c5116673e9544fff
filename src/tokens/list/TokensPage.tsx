import Add from '@mui/icons-material/Add'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { serverOffset } from '../../api/serverClock.ts'
import { t } from '../../ui/i18n.tsx'
import { usePreload } from '../../ui/lazy.tsx'
import { PageBoundary } from '../../ui/PageBoundary.tsx'
import { keepFocus } from '../../ui/PageTitle.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { createObstacle, isTurnedOff } from '../capabilities/obstacles.ts'
import { TokensUnavailable } from '../capabilities/TokensUnavailable.tsx'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import { parseRequest } from '../create/requestLink.ts'
import type { Dialog } from '../dialog.ts'
import { TokenDialog } from '../dialogs.ts'
import { UnsavedSecrets } from '../issue/UnsavedSecrets.tsx'
import { tokenQueries } from '../queries.ts'
import { begunBefore, forgetBegun } from '../rows/begun.ts'
import { ListHead } from '../rows/ListHead.tsx'
import type { Selection } from '../rows/selection.ts'
import { NOTHING_SELECTED } from '../rows/selection.ts'
import type { SetSelection } from '../rows/useTokenTable.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { useAllTokens } from '../useAllTokens.ts'
import { EmptyList } from './EmptyList.tsx'
import { ListedTokens } from './ListedTokens.tsx'
import { ListFailure, ListNotices } from './ListNotices.tsx'
import { LoadingTokens } from './LoadingTokens.tsx'
import { ReplacedNotice } from './ReplacedNotice.tsx'

interface Props {
  /** The request in the address, from a link. */
  request?: string
  /** Called when the request's dialog is closed, whatever the outcome. */
  onRequestDone?: () => void
}

export function TokensPage({ request, onRequestDone }: Props) {
  const capabilities = useCapabilities()
  const obstacle = createObstacle(capabilities)
  const [dialog, setDialog] = useState<Dialog | null>(() => {
    if (request === undefined) return begunBefore().dialog
    if (obstacle !== null) return null
    return request === '' ? { kind: 'create' } : { kind: 'create', start: { as: 'request', ...parseRequest(request) } }
  })
  const [selection, setSelection] = useState(() => begunBefore().selection)
  useEffect(forgetBegun, [])
  const close = () => {
    // While mounted, the dialog blocks navigation.
    flushSync(() => setDialog(null))
    keepFocus()
    onRequestDone?.()
  }
  return (
    <TurnedOffContext value={isTurnedOff(capabilities)}>
      <PageBoundary>
        <Tokens open={setDialog} selection={selection} setSelection={setSelection} />
      </PageBoundary>
      {dialog && (
        <TokenDialog
          dialog={dialog}
          open={setDialog}
          onClose={close}
          onRevoked={() => setSelection(NOTHING_SELECTED)}
        />
      )}
    </TurnedOffContext>
  )
}

interface TokensProps {
  open: (dialog: Dialog) => void
  selection: Selection
  setSelection: SetSelection
}

function Tokens({ open, selection, setSelection }: TokensProps) {
  const obstacle = createObstacle(useCapabilities())
  const list = useAllTokens()
  const create = () => open({ kind: 'create' })
  usePreload(list.tokens !== undefined)

  return (
    <Stack spacing={2.5}>
      <ListHead>
        <Button variant="contained" startIcon={<Add />} disabled={obstacle !== null} onClick={create}>
          {t('Create token')}
        </Button>
      </ListHead>

      {obstacle && <TokensUnavailable obstacle={obstacle} />}

      {/* Say that there are no tokens only when that is known. */}
      {list.tokens && (list.tokens.length > 0 || list.unreadable > 0 || list.complete) ? (
        <>
          <UnsavedSecrets
            tokens={list.tokens}
            readAt={list.updatedAt + serverOffset()}
            isComplete={list.complete}
            open={open}
            readAgain={list.retry}
          />
          <ListNotices list={list} />
          <ReplacedNotice tokens={list.tokens} open={open} />
          {list.tokens.length === 0 && list.unreadable === 0 ? (
            <EmptyList create={obstacle === null ? create : null} />
          ) : (
            <ListedTokens
              list={list}
              tokens={list.tokens}
              open={open}
              create={obstacle === null ? create : null}
              selection={selection}
              setSelection={setSelection}
            />
          )}
        </>
      ) : list.error ? (
        <ListFailure list={list} />
      ) : (
        <Waiting query={list.query} queryKey={tokenQueries.list().queryKey}>
          <LoadingTokens />
        </Waiting>
      )}
    </Stack>
  )
}
