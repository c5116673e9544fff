import WarningAmber from '@mui/icons-material/WarningAmber'
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { ApiError } from '../../api/errors.ts'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { t } from '../../ui/i18n.tsx'
import { PageLink } from '../../ui/links.ts'
import { handFocusOn } from '../../ui/PageTitle.tsx'
import { Staleness } from '../../ui/Staleness.tsx'
import { instant } from '../../ui/time.ts'
import type { TokenList } from '../useAllTokens.ts'
import { NoRows } from './NoRows.tsx'

/** Replaces the list if it could not be loaded. */
export function ListFailure({ list }: { list: TokenList }) {
  if (!list.error) return null
  // Trying again would not help.
  if (list.error instanceof ApiError && list.error.status === 403) {
    return (
      <Alert severity="error">
        {t('Your account isn’t allowed to use personal access tokens. Contact your Waldur administrator.')}
        <ErrorDetails error={list.error} />
      </Alert>
    )
  }
  return (
    <NoRows
      isAlert
      icon={<WarningAmber color="error" sx={{ fontSize: 20 }} />}
      title={t('Your tokens couldn’t be loaded')}
      actions={
        <Button ref={handFocusOn} variant="outlined" color="inherit" onClick={list.retry}>
          {t('Try again')}
        </Button>
      }
    >
      <ErrorText error={list.error} />
      <ErrorDetails error={list.error} />
    </NoRows>
  )
}

/** Above the rows: what is missing or out of date in them. */
export function ListNotices({ list }: { list: TokenList }) {
  return (
    <>
      <Staleness
        error={list.error}
        retry={list.retry}
        offline={
          list.complete
            ? t('You’re offline. These are your tokens as of {{when}}. They refresh when you’re back online.', {
                when: instant(list.updatedAt),
              })
            : t('You’re offline, and some of your tokens aren’t loaded. They’ll load when you’re back online.')
        }
        failed={
          list.isNextPageError
            ? t('Some of your tokens couldn’t be loaded. Those shown are correct.')
            : t('This list couldn’t be refreshed. It’s shown as of {{when}}.', {
                when: instant(list.updatedAt),
              })
        }
      />
      {list.unreadable > 0 && <Unreadable count={list.unreadable} uuids={list.unreadableUuids} />}
    </>
  )
}

const NAMED = 3

function Unreadable({ count, uuids }: { count: number; uuids: readonly string[] }) {
  const named = uuids.slice(0, NAMED)
  return (
    <Alert severity="warning">
      {t('{{count}} tokens can’t be shown because this page couldn’t read Waldur’s data for them.', {
        count,
        defaultValue_one: '1 token can’t be shown because this page couldn’t read Waldur’s data for it.',
      })}
      {named.map((uuid) => (
        <PageLink
          key={uuid}
          to="/tokens/$uuid"
          params={{ uuid }}
          variant="mono"
          translate="no"
          sx={{ display: 'block', py: 0.5, overflowWrap: 'anywhere' }}
        >
          {uuid}
        </PageLink>
      ))}
      {named.length > 0 && count > named.length && (
        <div>{t('and {{count}} more', { count: count - named.length })}</div>
      )}
    </Alert>
  )
}
