import type { ReactNode } from 'react'
import { LineIcon } from '../../ui/LineIcon.tsx'

interface Props {
  /** The lines of its icon. */
  icon: string
  isGrave?: boolean
  /** The button that fixes it. */
  fix: ReactNode
  /** The id of the text. */
  id?: string
  children: ReactNode
}

/** A note in a line, with what fixes it. */
export const Note = ({ icon, isGrave = false, fix, id, children }: Props) => (
  <li className="note" data-grave={isGrave || undefined}>
    <LineIcon d={icon} />
    <p id={id}>{children}</p>
    {fix}
  </li>
)
