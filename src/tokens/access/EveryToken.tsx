import { useId } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import styles from './every.css?inline'

adoptStyles(styles)

interface Props {
  /** Whether it is limited to places. */
  limited: boolean
  /** Shows the lines only on request. */
  folded?: boolean
  /** What it reads is said elsewhere. */
  beyondReading?: boolean
}

/** What every token can do, whatever its permissions and places ([oracle], facts 12, 13, 20 and 20a). */
export function EveryToken({ limited, folded = false, beyondReading = false }: Props) {
  const id = useId()
  const lines = <Lines limited={limited} beyondReading={beyondReading} />
  if (folded) return <Disclosure label={t('What every token can do')}>{lines}</Disclosure>
  return (
    // biome-ignore lint/a11y/useSemanticElements: a list, not fields
    <div className="every" role="group" aria-labelledby={id}>
      <h3 id={id}>{t('Like every token, it can also')}</h3>
      {lines}
    </div>
  )
}

function Lines({ limited, beyondReading }: { limited: boolean; beyondReading: boolean }) {
  const lines = [
    [
      limited
        ? t(
            'Read what you can see. Its places limit this for 9 types, such as projects and resources, but not for orders, invoices, users and roles.',
          )
        : t('Read what you can see.'),
      'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8zM6.1 8a1.9 1.9 0 1 0 3.8 0 1.9 1.9 0 1 0-3.8 0z',
    ],
    [
      t('Change your profile and email, and add SSH keys and webhooks.'),
      'M3.75 5.5a2.25 2.25 0 1 0 4.5 0 2.25 2.25 0 1 0-4.5 0zM1.75 13c0-2.35 1.9-4 4.25-4s4.25 1.65 4.25 4M10.75 3.4a2.25 2.25 0 0 1 0 4.2M12 9.4c1.4.6 2.25 1.9 2.25 3.6',
    ],
    [
      t('Sign you out of Waldur.'),
      'M4.75 7h6.5a1.5 1.5 0 0 1 1.5 1.5V12a1.5 1.5 0 0 1-1.5 1.5h-6.5A1.5 1.5 0 0 1 3.25 12V8.5A1.5 1.5 0 0 1 4.75 7zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2',
    ],
    [
      t('Do what you can do in parts of Waldur that check only your role, whatever its permissions and places.'),
      NOTE_ICONS.info,
    ],
  ] as const
  return (
    <ul className="every-lines">
      {lines.slice(beyondReading ? 1 : 0).map(([text, icon]) => (
        <li key={icon}>
          <LineIcon d={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
