import { ENDS_SOON_MS } from '../state/expiry.ts'
import type { EndMonth, UpcomingMonth } from './endMonths.ts'
import { upcomingMonths } from './endMonths.ts'

/** Positions and sizes are in percent of a month's width and height. */
export interface Dot {
  x: number
  /** Dots that would overlap are stacked: 0 is the lowest. */
  level: number
  isSoon: boolean
}

interface Bar {
  x: number
  width: number
  height: number
  isSoon: boolean
}

/** A month with its tokens. */
export interface MonthEnds extends UpcomingMonth {
  count: number
  /** One for each token; or bars for all months, if the dots of any would be stacked higher than four. */
  dots: Dot[]
  bars: Bar[]
}

const MOST_LEVELS = 4
/** Dots closer than this overlap: they are 9 px wide in a month of about 86 px. */
const DOT_WIDTH = 11
const BARS = 5

/**
 * What the strip above the list shows. A bar is as high as the root of its count, so that a single token stays visible
 * beside thousands.
 * @param ends when the active tokens expire, in milliseconds since 1970, in any order
 * @param nowMs the server's time
 */
export function upcomingEnds(ends: readonly number[], nowMs: number): MonthEnds[] {
  const soonMs = nowMs + ENDS_SOON_MS
  const sorted = ends.toSorted((a, b) => a - b)
  const months = upcomingMonths(nowMs).map((month) => {
    const { fromMs, toMs } = month
    const mine = sorted.filter((end) => end >= fromMs && end < toMs)
    return { ...month, mine, count: mine.length }
  })
  const dots = months.map(({ mine, fromMs, toMs }) => stacked(mine, fromMs, toMs, soonMs))
  const isDense = dots.includes(null)
  const slices = months.map(({ mine, fromMs, toMs }) => sliced(mine, fromMs, toMs))
  const most = Math.max(...slices.flat())
  return months.map(({ mine: _, ...month }, index) => ({
    ...month,
    dots: isDense ? [] : (dots[index] ?? []),
    bars: isDense ? barsOf(slices[index] ?? [], most, month, soonMs) : [],
  }))
}

/** @returns null if a stack would be too high */
function stacked(ends: readonly number[], fromMs: number, toMs: number, soonMs: number): Dot[] | null {
  const dots: Dot[] = []
  for (const end of ends) {
    const x = 6 + (88 * (end - fromMs)) / (toMs - fromMs)
    const taken = dots.filter((dot) => x - dot.x < DOT_WIDTH).map(({ level }) => level)
    const level = [0, 1, 2, 3].find((level) => !taken.includes(level)) ?? MOST_LEVELS
    if (level === MOST_LEVELS) return null
    dots.push({ x, level, isSoon: end < soonMs })
  }
  return dots
}

/** How many expire in each fifth of the month. */
function sliced(ends: readonly number[], fromMs: number, toMs: number): number[] {
  const slices = Array.from({ length: BARS }, () => 0)
  for (const end of ends) {
    const slice = Math.floor((BARS * (end - fromMs)) / (toMs - fromMs))
    slices[slice] = (slices[slice] ?? 0) + 1
  }
  return slices
}

function barsOf(slices: readonly number[], most: number, { fromMs, toMs }: EndMonth, soonMs: number): Bar[] {
  const step = 92 / BARS
  return slices.flatMap((count, slice) =>
    count === 0
      ? []
      : [
          {
            x: 4 + slice * step,
            width: step - 3,
            height: Math.max(4, 83 * Math.sqrt(count / most)),
            isSoon: fromMs + ((toMs - fromMs) * slice) / BARS < soonMs,
          },
        ],
  )
}
