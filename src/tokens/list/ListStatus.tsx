import Button from '@mui/material/Button'
import { useContext } from 'react'
import { RateLimited } from '../../ui/ErrorText.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { useSecondsLeft } from '../../ui/useSecondsLeft.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import type { TokenList } from '../useAllTokens.ts'

interface Props {
  list: TokenList
  /** How many tokens are loaded, and how many of them are active; the rows below are chosen from these. */
  loaded: number
  active: number
  /** How many are shown; null if the view is unfiltered. */
  found: number | null
}

/** "7 active, 16 in all", or "3 of 16 shown"; while pages are missing, the progress. */
export function ListStatus({ list, loaded, active, found }: Props) {
  const isOff = useContext(TurnedOffContext)
  const left = useSecondsLeft(list.query.failureReason)
  // A final failure is shown above the rows.
  const isComing = !list.complete && !list.error && !list.stopped
  return (
    <div className="list-status">
      <p className="aside" role="status">
        {found !== null && (
          <>
            {t('{{found}} of {{loaded}} shown', { found: number(found), loaded: number(loaded) })}
            {!list.complete && '. '}
          </>
        )}
        {list.complete
          ? found === null &&
            (isOff
              ? t('{{active}} turned off, {{loaded}} in all', { active: number(active), loaded: number(loaded) })
              : t('{{active}} active, {{loaded}} in all', { active: number(active), loaded: number(loaded) }))
          : progress(loaded, list.total)}
        {isComing && (left === 0 ? '…' : '. ')}
        {isComing && left > 0 && <RateLimited left={left} />}
      </p>
      {/* One button, so that it keeps the focus when pressed. */}
      {(isComing || (!list.complete && list.stopped)) && (
        <Button size="small" color={isComing ? 'inherit' : 'primary'} onClick={isComing ? list.stop : list.resume}>
          {isComing ? t('Stop loading') : t('Load the others')}
        </Button>
      )}
    </div>
  )
}

const progress = (loaded: number, total: number | null): string =>
  total === null
    ? t('{{loaded}} loaded; there may be more', { loaded: number(loaded) })
    : t('{{loaded}} of {{total}} loaded', { loaded: number(loaded), total: number(total) })
