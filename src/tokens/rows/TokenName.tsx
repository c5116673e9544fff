import { Name } from '../../ui/Name.tsx'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import { PlaceLink } from './PlaceLink.tsx'

interface Props {
  token: Token
  /** Heads a row or card. A screen reader repeats that for every cell, so it is only the name. */
  isHead?: boolean
  onFollow?: () => void
}

/** The name, and the start of the secret, which can be matched with a log line, because names need not be unique. */
export function TokenName({ token, isHead, onFollow }: Props) {
  return (
    <>
      <PlaceLink uuid={token.uuid} className="token-name cut" onFollow={onFollow}>
        <Name of={token.name} />
      </PlaceLink>
      <div className="token-start aside" aria-hidden={isHead} translate="no">
        {tokenStart(token)}
      </div>
    </>
  )
}
