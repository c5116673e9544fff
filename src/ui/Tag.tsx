import type { ReactNode } from 'react'
import { adoptStyles } from './adoptStyles.ts'
import { LineIcon } from './LineIcon.tsx'
import styles from './tag.css?inline'

adoptStyles(styles)

type Color = 'success' | 'warning' | 'error' | undefined

export interface TagWords {
  text: string
  color: Color
  /** The lines of a mark before the text. */
  mark?: string
}

interface Props {
  color?: Color
  mark?: string | undefined
  children: ReactNode
}

interface Props {
  color?: Color
  /** The lines of a mark before the words. */
  mark?: string | undefined
  children: ReactNode
}

/** A word or two that sum up what is beside it. */
export const Tag = ({ color, mark, children }: Props) => (
  <span className="tag" data-color={color}>
    {mark !== undefined && <LineIcon d={mark} />}
    {children}
  </span>
)
