import Button from '@mui/material/Button'
import { memo, useContext } from 'react'
import { RateLimited } from '../../ui/ErrorText.tsx'
import { handFocusOn } from '../../ui/focus.ts'
import { number, t } from '../../ui/i18n.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { useSecondsLeft } from '../../ui/useSecondsLeft.ts'
import { NextExpiration } from '../rows/NextExpiration.tsx'
import type { Token } from '../schema.ts'
import { TurnedOffContext } from '../state/TurnedOffContext.ts'
import type { TokenList } from '../useAllTokens.ts'

interface Props {
  list: TokenList
  /** How many tokens are loaded, and how many of them are active. */
  loaded: number
  active: number
  /** The active token that expires first. */
  next: Token | undefined
}

/** "8 active. nightly-backup expires next, in 3 days."; while pages are missing, the progress. */
export const ListStatus = memo(function ListStatus({ list, loaded, active, next }: Props) {
  const isOff = useContext(TurnedOffContext)
  const left = useSecondsLeft(list.query.failureReason)
  if (list.complete) return <NextExpiration active={active} next={next} isPart={list.unreadable > 0} />
  const isComing = isLoading(list)
  return (
    <>
      {isOff ? t('{{shown}} turned off', { shown: number(active) }) : t('{{shown}} active', { shown: number(active) })}
      {'. '}
      <span>
        {progress(loaded, list.total)}
        {isComing && (left === 0 ? '…' : '. ')}
      </span>
      {isComing && left > 0 && <RateLimited left={left} />}
      <Spoken text={isComing && left > 0 ? t('The server asked this page to wait.') : ''} />
      {/* One button, so that it keeps the focus when pressed. */}
      {(isComing || list.stopped) && (
        <Button
          ref={handFocusOn}
          size="small"
          color={isComing ? 'inherit' : 'primary'}
          sx={{ marginInlineStart: 1, my: -1 }}
          onClick={isComing ? list.stop : list.resume}
        >
          {isComing ? t('Stop loading') : t('Load the rest')}
        </Button>
      )}
    </>
  )
})

/** A final failure is shown above the rows. */
export const isLoading = (list: TokenList): boolean => !list.complete && !list.error && !list.stopped

export const progress = (loaded: number, total: number | null): string =>
  total === null
    ? t('{{loaded}} loaded, and there may be more', { loaded: number(loaded) })
    : t('{{loaded}} of {{total}} loaded', { loaded: number(loaded), total: number(total) })
