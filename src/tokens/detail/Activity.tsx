import { useState } from 'react'
import { ApiError } from '../../api/errors.ts'
import { number, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useNow } from '../../ui/now.ts'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { ActivityPart } from './ActivityPart.tsx'
import { isDenial } from './activity.ts'
import { Card } from './Card.tsx'
import { LoadingActivity } from './LoadingActivity.tsx'
import { useActivity } from './useActivity.ts'

/** As many of each part are shown at first. */
const FEW = 5

/** What was done with a token and what happened to it, newest first. Not rendered if Waldur does not report it. */
export function Activity({ token }: { token: Token }) {
  const { activity, canTell, query } = useActivity(token)
  const [isWhole, setIsWhole] = useState(false)
  const { error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, refetch } = query
  const isExpired = tokenState(token, useNow()) === 'expired'
  if (error instanceof ApiError && error.status === 403) return null
  const { did = [], happened = [] } = activity ?? {}
  const denials = happened.filter(({ event }) => isDenial(event))
  const isLong = did.length > FEW || happened.length > FEW
  const isCut = isLong && !isWhole
  const most = isWhole ? Number.POSITIVE_INFINITY : FEW
  return (
    <Card
      title={t('Activity')}
      aside={
        activity &&
        // It keeps the focus if older activity can't be loaded.
        (!error || isFetchNextPageError) &&
        (isLong || hasNextPage) && (
          <LinkButton
            // Not `disabled`, which would lose the keyboard focus.
            aria-disabled={isFetchingNextPage}
            onClick={() => {
              if (isCut || !hasNextPage) setIsWhole(isCut)
              else if (!isFetchingNextPage) void fetchNextPage()
            }}
          >
            {hasNextPage
              ? t('Show older activity')
              : isCut
                ? t('Show all {{shown}}', { shown: number(did.length + happened.length) })
                : t('Show fewer')}
          </LinkButton>
        )
      }
    >
      {() => (
        <>
          {!canTell && (
            <div className="card-part void">
              <b>{t('This Waldur server can’t tell tokens apart')}</b>
              {t('It doesn’t filter activity by token, so nothing is shown.')}
            </div>
          )}
          {activity && (
            <>
              <ActivityPart
                title={t('What it did')}
                none={t('Waldur shows no changes made with this token. It may have been used to read.')}
                entries={did}
                most={most}
                token={token}
                hasMore={hasNextPage}
                isDeed
              />
              <ActivityPart
                title={t('What happened to it')}
                none={t('Waldur shows no activity for this token.')}
                entries={happened}
                most={most}
                token={token}
                hasMore={hasNextPage}
              >
                {denials.reduce((sum, { count }) => sum + count, 0) > 1 && (
                  <p>{t('Waldur records a denial at most every 10 minutes.')}</p>
                )}
                {isExpired && <p>{t('Waldur records nothing when an expired token is used.')}</p>}
              </ActivityPart>
            </>
          )}
          {!activity && canTell && !error && <LoadingActivity />}
          <Notice error={error} retry={() => void (isFetchNextPageError ? fetchNextPage() : refetch())}>
            {isFetchNextPageError
              ? t('Older activity couldn’t be loaded.')
              : activity
                ? t('Newer activity couldn’t be loaded.')
                : t('Activity couldn’t be loaded.')}
          </Notice>
        </>
      )}
    </Card>
  )
}
