import { Link } from '@tanstack/react-router'
import { Name } from '../../ui/Name.tsx'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'

/** The name, and the start of the secret that can be matched with a log line: names need not be unique. */
export function TokenName({ token, onFollow }: { token: Token; onFollow?: () => void }) {
  return (
    <>
      <Link className="token-name two-lines" to="/tokens/$uuid" params={{ uuid: token.uuid }} onClick={onFollow}>
        <Name of={token.name} />
      </Link>
      <div className="token-start aside">{tokenStart(token)}</div>
    </>
  )
}
