import { useContext } from 'react'
import { useNow } from '../../ui/now.ts'
import { KeyKnown } from '../apiKey/KeyKnown.tsx'
import type { Dialog } from '../dialog.ts'
import { TokenHead } from '../rows/TokenHead.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import { Access } from './Access.tsx'
import { Activity } from './Activity.tsx'
import { Facts } from './Facts.tsx'
import { LifeCard } from './LifeCard.tsx'
import { LoadingCards } from './LoadingCards.tsx'
import { Notes } from './Notes.tsx'
import { useActivity } from './useActivity.ts'
import { useIsSettled } from './useIsSettled.ts'

/** Everything that Waldur knows about a token, in words: what it can do and where, and beside that the evidence. */
export function TokenDetail({ token, open }: { token: Token; open: (dialog: Dialog) => void }) {
  const isActive = tokenState(token, useNow()) === 'active'
  const isSettled = useIsSettled(token)
  const { isLoading } = useActivity(token, true)
  // Then it can do nothing, whatever its permissions.
  const isOff = useContext(TurnedOffContext)
  return (
    <div className="token-page">
      <TokenHead token={token} open={open} />
      {isActive && <KeyKnown />}
      <LifeCard token={token} />
      {isSettled ? (
        <>
          <Notes token={token} open={open} />
          <div className="token-columns">
            <Access token={token} works={isActive && !isOff} />
            <div className="token-side">
              <Activity token={token} />
              {/* Below the activity, which would push them down. */}
              {!isLoading && <Facts token={token} />}
            </div>
          </div>
        </>
      ) : (
        <LoadingCards />
      )}
    </div>
  )
}
