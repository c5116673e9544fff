import type { MouseEvent, ReactNode } from 'react'
import { useContext } from 'react'
import { flushSync } from 'react-dom'
import { basePath } from '../../api/deployment.ts'
import { OpenTokenContext } from './openToken.ts'

interface Props {
  /** Null for the list. */
  uuid: string | null
  className: string
  /** Called before it is followed, to close what is open. */
  onFollow?: (() => void) | undefined
  children: ReactNode
}

/** A link to a token's page, or to the list, that works before the router has loaded. */
export function PlaceLink({ uuid, className, onFollow, children }: Props) {
  const openToken = useContext(OpenTokenContext)
  const follow = (event: MouseEvent) => {
    // The browser opens another tab or window itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (onFollow) flushSync(onFollow)
    openToken(uuid)
  }
  const path = uuid === null ? 'tokens' : `tokens/${uuid}`
  return (
    <a className={className} href={basePath + path} onClick={follow}>
      {children}
    </a>
  )
}
