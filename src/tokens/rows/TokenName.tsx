import { Name } from '../../ui/Name.tsx'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import { PlaceLink } from './PlaceLink.tsx'

/** The name, and the start of the secret, which can be matched with a log line, because names need not be unique. */
export function TokenName({ token, onFollow }: { token: Token; onFollow?: () => void }) {
  return (
    <>
      <PlaceLink uuid={token.uuid} className="token-name cut" onFollow={onFollow}>
        <Name of={token.name} />
      </PlaceLink>
      <div className="token-start aside" translate="no">
        {tokenStart(token)}
      </div>
    </>
  )
}
