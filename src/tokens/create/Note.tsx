import type { ReactNode } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Trans } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import styles from './notes.css?inline'

adoptStyles(styles)

/** A remark about what was chosen. It takes no focus, interrupts no one and blocks nothing. */
export interface Note {
  /** The same for the same remark. */
  key: string
  severity: 'info' | 'warning' | 'error'
  icon?: keyof typeof ICONS
  text: ReactNode
  /** One click fixes it. */
  fix?: Fix | undefined
}

export interface Fix {
  text: string
  apply: () => void
}

export const ICONS = {
  ...NOTE_ICONS,
  rejected: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0zM3.8 3.8l8.4 8.4',
  shield: 'm8 1.75 5.25 2v4c0 3.25-2.2 5.4-5.25 6.5-3.05-1.1-5.25-3.25-5.25-6.5v-4zM8 5.25v3M8 10.4v.01',
} as const

export const NoteLine = ({
  severity,
  icon = severity === 'error' ? 'rejected' : severity,
  text,
  fix,
}: Omit<Note, 'key'>) => (
  <li>
    <div role="note" className="pane-note" data-severity={severity}>
      <LineIcon d={ICONS[icon]} />
      <span>
        {text} {fix && <FixLink {...fix} />}
      </span>
    </div>
  </li>
)

/** A button in a sentence. */
export const FixLink = ({ text, apply }: Fix) => (
  <LinkButton onClick={apply}>
    <Trans text={text} />
  </LinkButton>
)
