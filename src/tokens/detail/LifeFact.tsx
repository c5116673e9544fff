import type { ReactNode } from 'react'

/** The marks of LifeLine.tsx. */
const MARKS = {
  over: <rect className="life-over" y="3" width="10" height="4" rx="2" />,
  used: <rect className="life-used" x="3.5" width="3" height="10" rx="1.5" />,
  denied: <rect className="life-denied" x="2" y="2" width="6" height="6" rx="1" transform="rotate(45 5 5)" />,
  left: <rect className="life-left" x="0.5" y="3.5" width="9" height="3" rx="1.5" />,
} as const

interface Props {
  mark?: keyof typeof MARKS
  label: string
  /** A second line. */
  small?: ReactNode
  /** Below. */
  more?: ReactNode
  children: ReactNode
}

/** A fact below a token's life, with the mark that stands for it in the line. */
export const LifeFact = ({ mark, label, small, more, children }: Props) => (
  <div>
    <dt>
      {mark && (
        <svg className="life-mark" viewBox="0 0 10 10" aria-hidden="true">
          {MARKS[mark]}
        </svg>
      )}
      {label}
    </dt>
    <dd>
      {children}
      {small && <small>{small}</small>}
      {more}
    </dd>
  </div>
)
