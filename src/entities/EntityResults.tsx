import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { PaperProps } from '@mui/material/Paper'
import Paper from '@mui/material/Paper'
import { ErrorText, RateLimited } from '../ui/ErrorText.tsx'
import { listing, number, t } from '../ui/i18n.tsx'
import { useSecondsLeft } from '../ui/useSecondsLeft.ts'
import { entityKind } from './types.ts'
import type { EntitySearch } from './useEntitySearch.ts'

declare module '@mui/material/Autocomplete' {
  interface AutocompletePaperSlotPropsOverrides {
    search?: EntitySearch
  }
}

/** The list of options, and below it a line with their number that loads more. */
export function EntityResults({ search, children, ...props }: PaperProps & { search?: EntitySearch }) {
  const speaks = search && (search.options.length > 0 || search.moreError)
  return (
    <Paper
      {...props}
      variant="outlined"
      sx={{
        flexShrink: 0,
        width: { xs: '100%', sm: 460 },
        minWidth: '100%',
        fontSize: '0.875rem',
        boxShadow: '0 8px 24px rgb(0 0 0 / 0.12)',
      }}
    >
      {children}
      {search && (
        <Box
          // Keep the focus in the field, or the list would close.
          onMouseDown={(event) => event.preventDefault()}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 1,
            px: 2,
            ...(speaks && { py: 0.75, borderTop: 1, borderColor: 'divider' }),
            fontSize: '0.8125rem',
            color: 'text.secondary',
          }}
        >
          <Box role="status" sx={{ flexGrow: 1 }}>
            {speaks && <Count search={search} />}
          </Box>
          {search.more && (
            <Button size="small" sx={{ flexShrink: 0 }} onClick={search.more}>
              {search.moreError ? t('Try again') : t('Show more')}
            </Button>
          )}
        </Box>
      )}
    </Paper>
  )
}

/** Shown until the response arrives. */
export function SearchingText({ search }: { search: EntitySearch }) {
  const left = useSecondsLeft(search.failureReason)
  if (left > 0) return <RateLimited left={left} />
  return search.loadingMore ? t('Loading more…') : t('Searching…')
}

function Count({ search }: { search: EntitySearch }) {
  const { options, total, unreadable, pending, cut, loadingMore, moreError, unsearched } = search
  if (pending || loadingMore) return <SearchingText search={search} />
  if (moreError) {
    return (
      <>
        {unsearched.length > 0 &&
          t('Couldn’t search {{things}}.', {
            things: listing(unsearched.map((type) => entityKind(type).many())),
          })}{' '}
        <ErrorText error={moreError} />
      </>
    )
  }
  const shown = options.length
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
