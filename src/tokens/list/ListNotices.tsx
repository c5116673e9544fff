import WarningAmber from '@mui/icons-material/WarningAmber'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Unread } from '../../api/client.ts'
import { ApiError } from '../../api/errors.ts'
import { Alert } from '../../ui/Alert.tsx'
import { ErrorDetails } from '../../ui/ErrorDetails.tsx'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { handFocusOn } from '../../ui/focus.ts'
import { number, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { PageLink } from '../../ui/links.ts'
import { Name } from '../../ui/Name.tsx'
import { nameText } from '../../ui/names.ts'
import { Staleness } from '../../ui/Staleness.tsx'
import { instant } from '../../ui/time.ts'
import type { Dialog } from '../dialog.ts'
import type { TokenList } from '../useAllTokens.ts'
import { NoRows } from './NoRows.tsx'

/** Replaces the list if it could not be loaded. */
export function ListFailure({ list }: { list: TokenList }) {
  if (!list.error) return null
  // Trying again would not help.
  if (list.error instanceof ApiError && list.error.status === 403) {
    return (
      <Alert role="alert" severity="error">
        {t('Your account isn’t allowed to use personal access tokens. Contact your Waldur administrator.')}
        <ErrorDetails error={list.error} />
      </Alert>
    )
  }
  return (
    <NoRows
      isAlert
      icon={<WarningAmber color="error" sx={{ fontSize: '1.25rem' }} />}
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

/** Null for those who may only look. */
type Revoking = ((dialog: Dialog) => void) | null

/** Above the rows: what is missing or out of date in them. */
export function ListNotices({ list, open }: { list: TokenList; open: Revoking }) {
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
            ? list.tokens?.length === 0
              ? t('Some of your tokens couldn’t be loaded.')
              : t('Some of your tokens couldn’t be loaded. Those shown are correct.')
            : t('This list couldn’t be refreshed. It’s shown as of {{when}}.', {
                when: instant(list.updatedAt),
              })
        }
      />
      {list.unreadable > 0 && <Unreadable count={list.unreadable} unread={list.unread} open={open} />}
    </>
  )
}

const FEW = 3

interface UnreadableProps {
  count: number
  /** Those that can be identified. */
  unread: readonly Unread[]
  open: Revoking
}

/** A token that is not shown may still be in wrong hands, so it can be revoked here. */
function Unreadable({ count, unread, open }: UnreadableProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? unread : unread.slice(0, FEW)
  return (
    <Alert role="note" severity="warning">
      {t('{{count}} tokens can’t be shown because this page couldn’t read Waldur’s data for them.', {
        count,
        defaultValue_one: '1 token can’t be shown because this page couldn’t read Waldur’s data for it.',
      })}
      {shown.map(({ uuid, name }) => (
        <Box
          key={uuid}
          ref={handFocusOn}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}
        >
          {name && <Name of={name} strong />}
          <PageLink to="/tokens/$uuid" params={{ uuid }} variant="mono" translate="no" sx={LINE}>
            {uuid}
          </PageLink>
          {open && (
            <Button
              size="small"
              color="error"
              variant="outlined"
              aria-label={t('Revoke {{name}}', { name: nameText(name || uuid) })}
              onClick={() => open({ kind: 'revoke unread', uuid, name })}
            >
              {t('Revoke')}
            </Button>
          )}
        </Box>
      ))}
      {shown.length > 0 && count > shown.length && (
        <div>{t('and {{count}} more', { count: count - shown.length })}</div>
      )}
      {shown.length < unread.length && (
        <LinkButton onClick={() => setWhole(true)}>
          {t('Show all {{shown}}', { shown: number(unread.length) })}
        </LinkButton>
      )}
    </Alert>
  )
}

const LINE = { py: 0.5, overflowWrap: 'anywhere' } as const
