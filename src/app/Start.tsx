import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { basePath } from '../api/deployment.ts'
import { isTurnedOff } from '../tokens/capabilities/obstacles.ts'
import { useCapabilities } from '../tokens/capabilities/useCapabilities.ts'
import type { Dialog } from '../tokens/dialog.ts'
import { noteBegun } from '../tokens/rows/begun.ts'
import { OpenTokenContext } from '../tokens/rows/openToken.ts'
import { BackToList, TokenHead } from '../tokens/rows/TokenHead.tsx'
import type { Token } from '../tokens/schema.ts'
import { TurnedOffContext } from '../tokens/state/TurnedOffContext.ts'
import { t } from '../ui/words.tsx'
import { addressedPlace } from './headStart.ts'
import { queryClient } from './queryClient.ts'
import { StartList } from './StartList.tsx'

interface Props {
  /** Those that are known, in any order. */
  tokens: readonly Token[]
  /** Somebody has asked for what only the page can do. */
  onNeed: () => void
}

/**
 * The list, or what a token's page begins with, in the frame of index.html: the rows are those of the page, and what can
 * be done with them can be done before that has come. What is begun here goes on there.
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
    const follow = () => setUuid(addressedToken())
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const openToken = useCallback(
    (uuid: string | null) => {
      history.pushState(null, '', `${basePath}tokens${uuid === null ? '' : `/${uuid}`}`)
      scrollTo(0, 0)
      setUuid(uuid)
      onNeed()
    },
    [onNeed],
  )
  const open = useCallback(
    (dialog: Dialog) => {
      noteBegun({ dialog })
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
            {token && <TokenHead token={token} />}
            <p className="aside" role="status">
              {t('Loading the token')}
            </p>
          </div>
        )}
      </OpenTokenContext>
    </TurnedOffContext>
  )
}

/** The token whose page the address names; null for the list. */
function addressedToken(): string | null {
  const place = addressedPlace()
  return typeof place === 'object' ? place.uuid : null
}
