import { DAY } from '../../ui/time.ts'
import { ENDS_SOON_MS } from '../state/expiry.ts'

/** A month in which tokens may expire, in the viewer's time zone. */
export interface EndMonth {
  /** "2027-02", as in the URL. */
  id: string
  year: number
  /** 0 for January. */
  month: number
  /** From this instant, in milliseconds since 1970, until just before the other. */
  fromMs: number
  toMs: number
}

/** How much of an upcoming month is within the next 14 days, in percent. */
export type UpcomingMonth = EndMonth & { soonWidth: number }

const MONTHS = 12
/** A month with fewer days left than this belongs to the next one. */
const LEAST_DAYS = 8

/** The calendar month, also if it is not among the upcoming ones. @param id like "2027-02" */
export function calendarMonth(id: string): EndMonth {
  const [year = 0, month = 1] = id.split('-').map(Number)
  return monthAt(year, month - 1)
}

/** Months after December are those of the next year. */
function monthAt(ofYear: number, ofMonth: number): EndMonth {
  const first = new Date(ofYear, ofMonth, 1)
  const [year, month] = [first.getFullYear(), first.getMonth()]
  return {
    id: `${year}-${String(month + 1).padStart(2, '0')}`,
    year,
    month,
    fromMs: first.getTime(),
    toMs: new Date(year, month + 1, 1).getTime(),
  }
}

/**
 * Twelve months from now on. The first one begins now, and includes the last days of a month that is almost over.
 * @param nowMs the server's time
 */
export function upcomingMonths(nowMs: number): UpcomingMonth[] {
  const now = new Date(nowMs)
  const [year, month] = [now.getFullYear(), now.getMonth()]
  const isAlmostOver = monthAt(year, month).toMs - nowMs < LEAST_DAYS * DAY
  return Array.from({ length: MONTHS }, (_, index) => {
    const it = monthAt(year, month + index + (isAlmostOver ? 1 : 0))
    const fromMs = index === 0 ? nowMs : it.fromMs
    const soon = Math.min(nowMs + ENDS_SOON_MS, it.toMs) - fromMs
    return { ...it, fromMs, soonWidth: Math.max(0, (100 * soon) / (it.toMs - fromMs)) }
  })
}
