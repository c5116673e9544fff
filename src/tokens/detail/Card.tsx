import type { ReactNode } from 'react'
import { useId } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import styles from './page.css?inline'

adoptStyles(styles)

interface Props {
  title: string
  /** Beside the heading. */
  aside?: ReactNode
  /** Gets the id of the heading. */
  children: (headingId: string) => ReactNode
}

/** A part of a token's page with a heading of its own. Not a landmark: a screen reader would announce each of them. */
export function Card({ title, aside, children }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: not a part of a form
    <div role="group" className="card" aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children(id)}
    </div>
  )
}
