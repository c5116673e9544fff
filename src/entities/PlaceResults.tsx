import type { PaperProps } from '@mui/material/Paper'
import Paper from '@mui/material/Paper'
import { ErrorText, RateLimited } from '../ui/ErrorText.tsx'
import { causeText } from '../ui/errorText.ts'
import { listing, number, Trans, t } from '../ui/i18n.tsx'
import { LineIcon } from '../ui/LineIcon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { NOTE_ICONS } from '../ui/noteIcons.ts'
import { useSecondsLeft } from '../ui/useSecondsLeft.ts'
import { capital } from './placeText.ts'
import type { TypeCount } from './search.ts'
import type { EntityType } from './types.ts'
import { entityKind } from './types.ts'
import type { PlaceSearch } from './usePlaceSearch.ts'

interface Props extends PaperProps {
  search?: PlaceSearch
  /** What to say if nothing is found. */
  none?: string
  /** The type that is shown alone; null for all. */
  only?: EntityType | null
  onOnly?: (type: EntityType | null) => void
}

declare module '@mui/material/Autocomplete' {
  interface AutocompletePaperSlotPropsOverrides extends Pick<Props, 'search' | 'none' | 'only' | 'onOnly'> {}
}

/** The types with their numbers, the list of options, and below it what was found and what failed. */
export function PlaceResults({ search, none = '', only = null, onOnly, children, className, ...props }: Props) {
  return (
    <Paper {...props} variant="outlined" className={`${className ?? ''} place-results`}>
      {search && onOnly && <Types counts={search.counts} only={only} onOnly={onOnly} />}
      {children}
      {search && <Foot search={search} none={none} />}
    </Paper>
  )
}

interface TypesProps {
  counts: readonly TypeCount[]
  only: EntityType | null
  onOnly: (type: EntityType | null) => void
}

function Types({ counts, only, onOnly }: TypesProps) {
  const found = counts.filter(({ type, count }) => count > 0 || type === only)
  if (found.length < 2) return null
  const sum = found.reduce((total, { count }) => total + count, 0)
  const chips = [
    { type: null, label: t('All'), count: sum, hasMore: found.some(({ hasMore }) => hasMore) },
    ...found.map((one) => ({ ...one, label: capital(entityKind(one.type).many()) })),
  ]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div role="group" aria-label={t('Only this type')} className="place-types">
      {chips.map(({ type, label, count, hasMore }) => (
        <button
          key={type ?? ''}
          type="button"
          className="chip"
          aria-pressed={type === only}
          // The focus stays where the typing goes on.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOnly(type)}
        >
          <span>{label}</span>{' '}
          <span className="chip-count">
            {number(count)}
            {hasMore && '+'}
          </span>
        </button>
      ))}
    </div>
  )
}

function Foot({ search, none }: { search: PlaceSearch; none: string }) {
  const { options, pending, moreError, more } = search
  return (
    <div className="place-foot">
      <div>
        <Status search={search} none={none} />
      </div>
      {more && !pending ? (
        <LinkButton onMouseDown={(event) => event.preventDefault()} onClick={more}>
          {moreError ? t('Try again') : t('Show more')}
        </LinkButton>
      ) : (
        options.length > 0 && <Keys />
      )}
    </div>
  )
}

/** For those with a keyboard; screen readers say it themselves. */
const Keys = () => (
  <div className="place-keys" aria-hidden>
    <kbd>↑</kbd> <kbd>↓</kbd> {t('move')} · <kbd>{t('Enter')}</kbd> {t('add, stays open')}
  </div>
)

/** Rows to come. The line below them says what they wait for. */
export const SearchingRows = () => (
  <>
    {SKELETONS.map((width) => (
      <svg key={width} className="skeleton-row" viewBox="0 0 240 44" aria-hidden="true">
        <rect y="8" width="28" height="28" rx="8" />
        <rect x="38" y="8" width={width} height="10" rx="4" />
        <rect x="38" y="26" width={width * 0.75} height="8" rx="4" />
      </svg>
    ))}
  </>
)

const SKELETONS = [150, 115, 180]

function Status({ search, none }: { search: PlaceSearch; none: string }) {
  const { pending, loadingMore, moreError, unsearched, failureReason } = search
  const left = useSecondsLeft(failureReason)
  if ((pending || loadingMore) && left > 0) return <RateLimited left={left} />
  const text = searchText(search, none)
  if (pending || loadingMore || !moreError) return <Trans text={text} />
  return (
    <span className="place-failed">
      <LineIcon d={NOTE_ICONS.warning} />
      <span>{unsearched.length === 0 ? <ErrorText error={moreError} /> : text}</span>
    </span>
  )
}

/** What a search has come to. @param none what to say if nothing is found */
export function searchText(search: PlaceSearch, none: string): string {
  const { options, total, unreadable, pending, cut, loadingMore, moreError, unsearched } = search
  if (pending || loadingMore) return loadingMore ? t('Loading more…') : t('Searching…')
  const shown = options.length
  if (moreError) {
    if (unsearched.length === 0) return causeText(moreError)
    const things = listing(unsearched.map((type) => entityKind(type).many()))
    const failed = t('Couldn’t search {{things}}.', { things })
    return shown > 0 ? failed : `${failed} ${t('Nothing found, but not everything could be searched.')}`
  }
  if (shown === 0) return none
  const count =
    total !== null && total > shown
      ? t('{{shown}} of {{total}} shown. Type to narrow the list.', { shown: number(shown), total: number(total) })
      : cut
        ? t('{{shown}} shown. Type to narrow the list.', { shown: number(shown) })
        : t('{{count}} found', { count: shown })
  if (unreadable === 0) return count
  const hidden = t('{{count}} results couldn’t be read.', {
    count: unreadable,
    defaultValue_one: '1 result couldn’t be read.',
  })
  return `${count} ${hidden}`
}
