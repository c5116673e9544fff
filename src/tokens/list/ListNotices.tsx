import Alert from '@mui/material/Alert'
import { ApiError, isOffline } from '../../api/errors.ts'
import { Notice } from '../../ui/Notice.tsx'
import { instant } from '../../ui/time.ts'
import { useOnline } from '../../ui/useOnline.ts'
import { t } from '../../ui/words.tsx'
import type { TokenList } from './useAllTokens.ts'

/** In the list's place, when there is none. */
export function ListFailure({ list }: { list: TokenList }) {
  if (!list.error) return null
  const unknown = list.error instanceof ApiError && list.error.status === 404
  if (unknown) {
    return (
      <Alert severity="error">
        {t('This Waldur has no personal access tokens: it is too old, or they are switched off.')}
      </Alert>
    )
  }
  return (
    <Notice error={list.error} retry={list.retry}>
      {t('Your tokens could not be loaded.')}
    </Notice>
  )
}

/** Above the rows: what is not true of them, or not any more. */
export function ListNotices({ list }: { list: TokenList }) {
  return (
    <>
      <Staleness list={list} />
      {list.unreadable > 0 && (
        <Alert severity="warning">
          {t('{{count}} tokens cannot be shown: this page could not read what Waldur sent for them.', {
            count: list.unreadable,
            defaultValue_one: 'One token cannot be shown: this page could not read what Waldur sent for it.',
          })}
        </Alert>
      )}
    </>
  )
}

function Staleness({ list }: { list: TokenList }) {
  const online = useOnline()
  const when = instant(list.updatedAt)
  if (!online) {
    return (
      <Alert severity="info">
        {list.complete
          ? t('You are offline. You see your tokens as they were on {{when}}; they are refreshed when you are back.', {
              when,
            })
          : t('You are offline. Not all of your tokens could be loaded; the others follow when you are back.')}
      </Alert>
    )
  }
  // Back again: the refresh is under way, and will say what it meets.
  if (!list.error || isOffline(list.error)) return null
  return (
    <Notice error={list.error} retry={list.retry} severity="warning">
      {list.isNextPageError
        ? t('Not all of your tokens could be loaded; those shown are right.')
        : t('This list could not be refreshed. You see it as it was on {{when}}.', { when })}
    </Notice>
  )
}
