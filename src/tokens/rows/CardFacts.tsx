import type { ReactNode } from 'react'
import { useContext } from 'react'
import { number, Trans } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { When } from '../../ui/When.tsx'
import type { Token } from '../schema.ts'
import { canDoText } from './canDo.ts'
import { LastUsed, LostTag } from './cells.tsx'
import { OddContext } from './odd.ts'
import { OwnerContext } from './owner.ts'
import { columnLabel } from './texts.ts'
import type { ColumnId } from './view.ts'
import { whereWords } from './where.ts'

interface Props {
  token: Token
  /** Whether the column is shown. */
  has: (id: ColumnId) => boolean
}

/**
 * What a card says below the bar: what the token can do, then where. At the end of the second line is what is odd about
 * it, or else the last use, which the bar shows as well.
 */
export function CardFacts({ token, has }: Props) {
  const { text, isName, more, detail, isOdd } = whereWords(token.allowed_scopes, useContext(OwnerContext))
  const odd = useContext(OddContext)(token, useNow())
  const can = has('permissions') ? odd.can : null
  const isLost = isOdd && has('bound')
  return (
    <dl className="card-facts">
      {has('permissions') && (
        <Fact id="permissions">
          <div className="cut">
            <Trans text={canDoText(token.scopes)} />
          </div>
        </Fact>
      )}
      {has('bound') && (
        <Fact id="bound">
          <div className="where">
            <bdi className="cut" translate={isName ? 'no' : undefined}>
              {text}
            </bdi>{' '}
            {more > 0 && <bdi>+{number(more)}</bdi>}
            {odd.where}
          </div>
        </Fact>
      )}
      {can || isLost ? (
        <Fact id={can ? 'permissions' : 'bound'} isLast>
          {can ?? <LostTag text={detail} />}
        </Fact>
      ) : (
        has('used') && (
          <Fact id="used" isLast>
            <LastUsed token={token} />
          </Fact>
        )
      )}
      {has('created') && (
        <Fact id="created">
          <When at={token.created} as="day" />
        </Fact>
      )}
    </dl>
  )
}

/** Only the creation needs a label; screen readers read one for each. */
const Fact = ({ id, isLast = false, children }: { id: ColumnId; isLast?: boolean; children: ReactNode }) => (
  <div className="card-fact" data-fact={isLast ? 'last' : id}>
    <dt className={id === 'created' ? 'aside' : 'unseen'}>{columnLabel(id)}</dt>
    <dd>{children}</dd>
  </div>
)
