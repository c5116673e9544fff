import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { monthName } from '../../ui/time.ts'
import type { EndMonth } from './endMonths.ts'
import { upcomingMonths } from './endMonths.ts'

/** The strip of UpcomingEnds.tsx before anything is counted. */
export function LoadingEnds() {
  return (
    <div className="ends" aria-hidden>
      <EndsHead soon={0} />
      <div className="months">
        {upcomingMonths(useNow()).map((month) => (
          <div key={month.id} className="month">
            <MonthPicture soonWidth={month.soonWidth} />
            <MonthName month={month} count={0} />
          </div>
        ))}
      </div>
    </div>
  )
}

export function EndsHead({ id, soon }: { id?: string; soon: number }) {
  const Title = id === undefined ? 'p' : 'h2'
  return (
    <div className="ends-head">
      <Title id={id} className="ends-title">
        {t('Upcoming expirations')}
      </Title>
      <p className="ends-span">{t('next 12 months')}</p>
      {soon > 0 && (
        <p className="ends-soon">
          <Icon of="ending" /> {t('{{shown}} within 14 days', { shown: number(soon) })}
        </p>
      )}
    </div>
  )
}

/** The next 14 days are tinted. @param children what is drawn over them */
export const MonthPicture = ({ soonWidth, children }: { soonWidth: number; children?: ReactNode }) => (
  <svg className="month-picture" aria-hidden="true">
    {soonWidth > 0 && <rect className="soon-zone" width={`${soonWidth}%`} height="100%" />}
    {children}
  </svg>
)

/** "Jan ’27" and how many; in a narrow window only "J". A screen reader reads a sentence instead. */
export const MonthName = ({ month: { year, month }, count }: { month: EndMonth; count: number }) => (
  <span className="month-name" aria-hidden>
    <span className="month-letter">{monthName(year, month, 'narrow')}</span>
    <span className="month-words">
      {monthName(year, month, 'short')}
      {month === 0 && <span className="month-year"> ’{String(year % 100).padStart(2, '0')}</span>}
    </span>
    {count > 0 && <b className="month-count">{number(count)}</b>}
  </span>
)
