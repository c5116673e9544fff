import { useRef } from 'react'
import { Trans } from './i18n.tsx'
import { Status } from './Status.tsx'
import { useMoment } from './useMoment.ts'

/** After the last letter of a search, so that nobody hears a number for each. */
const REST_MS = 600

interface Props {
  /** What to say when it has changed; empty for nothing. */
  text: string
  /** What it is about, such as the words of a search. If this changes, the same text is said again. */
  about?: string
}

/** Says to screen readers what changed on the screen, where it is written in an element of its own. */
export function Spoken({ text, about = '' }: Props) {
  const region = useRef<HTMLDivElement>(null)
  const isDue = useMoment(region, `${about}\n${text}`, REST_MS)
  return (
    <Status ref={region} className="unseen">
      {isDue && <Trans text={text} />}
    </Status>
  )
}
