import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Token } from '../schema.ts'
import { ActivityEntry } from './ActivityEntry.tsx'
import type { ActivityLine } from './activity.ts'

interface Props {
  title: string
  /** Shown if there are no entries. */
  none: string
  entries: readonly ActivityLine[]
  /** How many of them to show. */
  most: number
  token: Token
  /** Whether more entries may load. */
  hasMore: boolean
  isDeed?: boolean
  /** Remarks below. */
  children?: ReactNode
}

/** What a token did, or what happened to it. */
export function ActivityPart({ title, none, entries, most, token, hasMore, isDeed = false, children }: Props) {
  const id = useId()
  if (entries.length === 0 && hasMore) return null
  return (
    <div className="card-part story-part">
      <h3 id={id}>{title}</h3>
      {entries.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ol className="story" reversed aria-labelledby={id}>
          {entries.slice(0, most).map((entry) => (
            <ActivityEntry key={entry.event.uuid} entry={entry} name={token.name} isDeed={isDeed} />
          ))}
        </ol>
      )}
      {children}
    </div>
  )
}
