import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { basePath } from '../api/deployment.ts'
import { isTurnedOff } from '../tokens/capabilities/obstacles.ts'
import { useCapabilities } from '../tokens/capabilities/useCapabilities.ts'
import type { Dialog } from '../tokens/dialog.ts'
import { OpenTokenContext } from '../tokens/rows/openToken.ts'
import { forgetStarted, noteStarted } from '../tokens/rows/started.ts'
import { BackToList, TokenHead } from '../tokens/rows/TokenHead.tsx'
import type { Token } from '../tokens/schema.ts'
import { TurnedOffContext } from '../tokens/state/TurnedOffContext.ts'
import { t } from '../ui/i18n.tsx'
import { addressedPlace } from './headStart.ts'
import { queryClient } from './queryClient.ts'
import { StartList } from './StartList.tsx'

interface Props {
  /** The tokens loaded so far, in any order. */
  tokens: readonly Token[]
  /** The user asked for something that only the page can do. */
  onNeed: () => void
}

/**
 * The list, or the head of a token's page, rendered in the frame of index.html before the page's script has loaded. The
 * rows are the page's own and already work; the page continues with whatever was started here.
 */
export const Start = (props: Props) => (
  <QueryClientProvider client={queryClient}>
    <Place {...props} />
  </QueryClientProvider>
)

function Place({ tokens, onNeed }: Props) {
  const isOff = isTurnedOff(useCapabilities())
  const [uuid, setUuid] = useState(addressedToken)
  useEffect(() => {
    const follow = () => {
      forgetStarted()
      setUuid(addressedToken())
    }
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const openToken = useCallback(
    (uuid: string | null) => {
      forgetStarted()
      history.pushState(nextStep(), '', `${basePath}tokens${uuid === null ? '' : `/${uuid}`}`)
      scrollTo(0, 0)
      setUuid(uuid)
      onNeed()
    },
    [onNeed],
  )
  const open = useCallback(
    (dialog: Dialog) => {
      noteStarted({ dialog })
      onNeed()
    },
    [onNeed],
  )
  const token = tokens.find((token) => token.uuid === uuid)
  return (
    <TurnedOffContext value={isOff}>
      <OpenTokenContext value={openToken}>
        {uuid === null ? (
          <StartList tokens={tokens} open={open} />
        ) : (
          <div className="start">
            <BackToList />
            {token && <TokenHead token={token} open={open} />}
            <p className="aside">{t('Loading token')}</p>
          </div>
        )}
      </OpenTokenContext>
    </TurnedOffContext>
  )
}

/** The uuid of the token in the URL; null for the list. */
function addressedToken(): string | null {
  const place = addressedPlace()
  return typeof place === 'object' ? place.uuid : null
}

/**
 * The state of the next history entry, counted as the router does: a dialog that blocks Back returns by the difference.
 */
function nextStep() {
  const key = Math.random().toString(36).slice(2)
  return { __TSR_index: (history.state?.__TSR_index ?? 0) + 1, __TSR_key: key, key }
}
