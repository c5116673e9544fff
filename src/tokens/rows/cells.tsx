import { useContext } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { number, Trans, t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { useNow } from '../../ui/now.ts'
import { When } from '../../ui/When.tsx'
import type { Token } from '../schema.ts'
import { tokenState } from '../state/expiry.ts'
import { isIdle } from '../state/idle.ts'
import { canDoText } from './canDo.ts'
import { OddContext } from './odd.ts'
import { OwnerContext } from './owner.ts'
import { whereWords } from './where.ts'

/** What the token can do; then how many permissions it has, and what should be reviewed about them. */
export function CanDoCell({ token }: { token: Token }) {
  const odd = useContext(OddContext)(token, useNow()).can
  return (
    <>
      <div className="cut">
        <Trans text={canDoText(token.scopes)} />
      </div>
      <div className="second">
        <span className="cut">{countText(token.scopes.length)}</span> {odd}
      </div>
    </>
  )
}

const countText = (count: number): string => t('{{count}} permissions', { count, defaultValue_one: '1 permission' })

/** The first place and how many more; then what they are, or what is odd about them. */
export function WhereCell({ token }: { token: Token }) {
  const { text, isName, more, detail, isOdd } = whereWords(token.allowed_scopes, useContext(OwnerContext))
  const odd = useContext(OddContext)(token, useNow()).where
  return (
    <>
      <div className="where">
        <bdi className="cut" translate={isName ? 'no' : undefined}>
          {text}
        </bdi>{' '}
        {more > 0 && <bdi className="aside">+{number(more)}</bdi>}
      </div>
      <div className="second">
        {isOdd ? (
          <LostTag text={detail} />
        ) : (
          <span className="cut">
            <Trans text={detail} />
          </span>
        )}{' '}
        {odd}
      </div>
    </>
  )
}

/** Says that places were deleted. */
export const LostTag = ({ text }: { text: string }) => (
  <span className="odd">
    <Icon of="warning" /> <span className="cut">{text}</span>
  </span>
)

/** "3 minutes ago" and the address; or "Never used" */
export function LastUsedCell({ token }: { token: Token }) {
  return (
    <>
      <LastUsed token={token} />{' '}
      {token.last_used_at !== null && token.last_used_ip !== null && (
        <div className="second">
          <Name of={token.last_used_ip} className="cut" />
        </div>
      )}
    </>
  )
}

/** Amber if no one may need the token anymore. */
export function LastUsed({ token }: { token: Token }) {
  const now = useNow()
  const isStale = tokenState(token, now) === 'active' && isIdle(token, now)
  const tone = isStale ? 'stale' : ''
  if (token.last_used_at === null) return <span className={`cut ${tone || 'aside'}`}>{t('Never used')}</span>
  return (
    <span className={tone}>
      <When at={token.last_used_at} />
    </span>
  )
}
