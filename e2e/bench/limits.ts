import { BYTES, MENU_OPENS, OURS, ROW_OPENS, ROW_SEEN, SIGN_IN, TOKEN_PAGE } from './doors.ts'
import { LETTER } from './measures.ts'
import type { Sample } from './table.ts'
import { aligned, median } from './table.ts'
import type { PageName, Profile } from './world.ts'

/** One measure of one page. */
type Figure = Pick<Sample, 'part' | 'measure' | 'page'>

/** The most that the median of one of our measures may be: in relation to another's median, or absolute. */
interface Limit {
  profile: Profile
  figure: Figure
  most: number
  of?: Figure
  unit?: string
}

export interface Verdict {
  limit: string
  value: number
  most: number
  unit: string
  isMissed: boolean
}

const cold = (measure: string, page: PageName = 'ours'): Figure => ({ part: 'cold', measure, page })
const floor = cold(ROW_SEEN, 'floor')
const peer = cold(ROW_OPENS, 'react-admin')

const limits: Limit[] = [
  ...(['desktop', 'slow'] as const).flatMap((profile) => [
    { profile, figure: cold(ROW_SEEN), of: floor, most: 2.5 },
    { profile, figure: cold(ROW_OPENS), of: peer, most: 0.6 },
    { profile, figure: cold(MENU_OPENS), of: peer, most: 0.6 },
    { profile, figure: cold(SIGN_IN), of: floor, most: profile === 'slow' ? 4 : 3 },
    { profile, figure: cold(TOKEN_PAGE), of: floor, most: 4 },
    { profile, figure: cold(BYTES), most: 300, unit: 'kB' },
  ]),
  ...OURS.map(
    (measure): Limit => ({
      profile: 'slow',
      figure: { part: 'warm', measure, page: 'ours' },
      of: cold(measure),
      most: 0.75,
    }),
  ),
  { profile: 'slow', figure: { part: '10,000 tokens', measure: LETTER, page: 'ours' }, most: 50, unit: 'ms' },
]

/** The verdicts on this run's measures. */
export function verdictsOn(samples: readonly Sample[]): Verdict[] {
  const verdicts = limits.map(({ profile, figure, most, of, unit = '' }) => {
    const value = medianOf(samples, profile, figure) / (of ? medianOf(samples, profile, of) : 1)
    const name = `${profile}, ${figure.part}: ${figure.measure}`
    return { limit: of ? `${name} / ${nameOf(of, figure)}` : name, value, most, unit, isMissed: value > most }
  })
  return verdicts.filter(({ value }) => Number.isFinite(value))
}

function medianOf(samples: readonly Sample[], profile: Profile, figure: Figure): number {
  const isMeant = (sample: Sample) =>
    sample.profile === profile &&
    sample.part === figure.part &&
    sample.measure === figure.measure &&
    sample.page === figure.page &&
    sample.unit !== ''
  return median(samples.filter(isMeant).map(({ value }) => value))
}

function nameOf({ part, measure, page }: Figure, figure: Figure): string {
  if (page === figure.page) return part
  return measure === figure.measure ? page : `${page}'s “${measure}”`
}

export function verdictTable(verdicts: readonly Verdict[]): string {
  const lines = verdicts.map(({ limit, value, most, unit, isMissed }) => [
    isMissed ? 'MISSED' : 'held',
    limit,
    value.toFixed(unit === '' ? 2 : 0),
    `at most ${most}`,
    unit,
  ])
  return aligned(lines, 2)
}
