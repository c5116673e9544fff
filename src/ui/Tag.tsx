import type { ReactNode } from 'react'
import { adopt } from './adopt.ts'
import styles from './tag.css?inline'

adopt(styles)

type Color = 'success' | 'warning' | 'error' | undefined

export interface TagWords {
  text: string
  color: Color
}

/** A word or two that sum up what is beside it. */
export const Tag = ({ color, children }: { color?: Color; children: ReactNode }) => (
  <span className="tag" data-color={color}>
    {children}
  </span>
)
