import type { KeyboardEvent, ReactNode } from 'react'
import { memo, useId, useRef, useState } from 'react'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { number, t } from '../../ui/i18n.tsx'
import { monthName } from '../../ui/time.ts'
import { EndMarks } from './EndMarks.tsx'
import { EndsHead } from './EndsParts.tsx'
import type { EndMonth } from './endMonths.ts'
import styles from './months.css?inline'
import type { MonthEnds } from './upcoming.ts'

adoptStyles(styles)

interface Props {
  months: readonly MonthEnds[]
  /** How many tokens expire within 14 days. */
  soon: number
  /** Whether there may be more tokens than are loaded. */
  isPart: boolean
  /** The chosen month's id. */
  chosen: string | undefined
  /** @param id undefined for tokens of any month */
  onChoose: (id: string | undefined) => void
}

/**
 * When the active tokens expire, in the next twelve months. A click shows only those of a month, a second one shows all
 * again. It is as high with ten thousand tokens as with none. One tab stop; the arrow keys move between the months.
 */
export const UpcomingEnds = memo(function UpcomingEnds({ months, soon, isPart, chosen, onChoose }: Props) {
  const id = useId()
  const group = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<string | null>(null)
  const stop = [focused, chosen].find((one) => months.some(({ id }) => id === one)) ?? months[0]?.id
  const onKeyDown = (event: KeyboardEvent) => {
    const isMirrored = group.current?.matches(':dir(rtl)') ?? false
    const from = months.findIndex(({ id }) => id === stop)
    const to = targetOf(event.key, from, months.length - 1, isMirrored ? -1 : 1)
    if (to === null) return
    event.preventDefault()
    group.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <section className="ends" aria-labelledby={id}>
      <EndsHead id={id} soon={soon} isPart={isPart} />
      {/* Not a group: only in a toolbar do screen readers leave the arrow keys to the page. */}
      <div
        className="months"
        role="toolbar"
        aria-label={t('Filter by month of expiration')}
        ref={group}
        onKeyDown={onKeyDown}
      >
        {months.map((month) => (
          <button
            key={month.id}
            type="button"
            className="month"
            aria-pressed={month.id === chosen}
            tabIndex={month.id === stop ? 0 : -1}
            onFocus={() => setFocused(month.id)}
            onClick={() => onChoose(month.id === chosen ? undefined : month.id)}
          >
            <MonthPicture soonWidth={month.soonWidth}>
              <EndMarks month={month} />
            </MonthPicture>
            <MonthName month={month} count={month.count} />
            <span className="unseen">{sentence(month, isPart)}</span>
          </button>
        ))}
      </div>
    </section>
  )
})

/** The next 14 days are tinted. @param children what is drawn over them */
const MonthPicture = ({ soonWidth, children }: { soonWidth: number; children?: ReactNode }) => (
  <svg className="month-picture" aria-hidden="true">
    {soonWidth > 0 && <rect className="soon-zone" width={`${soonWidth}%`} height="100%" />}
    {children}
  </svg>
)

/** "Jan ’27" and how many; in a narrow window only "J". A screen reader reads a sentence instead. */
const MonthName = ({ month: { year, month }, count }: { month: EndMonth; count: number }) => (
  <span className="month-name" aria-hidden>
    <span className="month-letter">{monthName(year, month, 'narrow')}</span>
    <span className="month-words">
      {monthName(year, month, 'short')}
      {month === 0 && <span className="month-year"> ’{String(year % 100).padStart(2, '0')}</span>}
    </span>
    {count > 0 && <b className="month-count">{number(count)}</b>}
  </span>
)

function targetOf(key: string, from: number, last: number, forward: 1 | -1): number | null {
  switch (key) {
    case 'ArrowRight':
      return from + forward
    case 'ArrowLeft':
      return from - forward
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

function sentence({ year, month, count }: MonthEnds, isPart: boolean): string {
  const when = monthName(year, month, 'long')
  if (count === 0) {
    return isPart ? t('{{month}}: none so far', { month: when }) : t('{{month}}: no tokens expire', { month: when })
  }
  return isPart
    ? t('{{month}}: at least {{shown}} tokens expire', {
        month: when,
        count,
        shown: number(count),
        defaultValue_one: '{{month}}: at least 1 token expires',
      })
    : t('{{month}}: {{shown}} tokens expire', {
        month: when,
        count,
        shown: number(count),
        defaultValue_one: '{{month}}: 1 token expires',
      })
}
