import type { ReactNode } from 'react'
import { instantMs } from '../../api/wire.ts'
import { entityTypeLabel } from '../../entities/types.ts'
import { t } from '../../ui/i18n.tsx'
import { Name } from '../../ui/Name.tsx'
import { day, instant } from '../../ui/time.ts'
import { columnLabel } from '../rows/texts.ts'
import type { ColumnId } from '../rows/view.ts'
import type { Token } from '../schema.ts'
import { tokenStart } from '../state/expiry.ts'
import { StateLabel } from '../state/StateLabel.tsx'

interface Props {
  tokens: readonly Token[]
  columns: readonly { id: ColumnId }[]
}

/** All rows of the view on paper, where nothing scrolls and nothing can be pressed. Rendered only while printing. */
export const PrintedTokens = ({ tokens, columns }: Props) => (
  <table className="printed">
    <thead>
      <tr>
        {columns.map(({ id }) => (
          <th key={id}>{columnLabel(id)}</th>
        ))}
      </tr>
    </thead>
    <tbody>
      {tokens.map((token) => (
        <tr key={token.uuid}>
          {columns.map(({ id }) => (
            <td key={id}>{CELLS[id](token)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** Nothing is cut, and times are dates: a page of paper doesn’t know when it is read. */
const CELLS: Record<ColumnId, (token: Token) => ReactNode> = {
  name: (token) => (
    <>
      <Name of={token.name} strong />
      <small translate="no">{tokenStart(token)}</small>
    </>
  ),
  life: (token) => (
    <>
      <StateLabel token={token} isBrief />
      <small>{day(instantMs(token.expires_at))}</small>
    </>
  ),
  used: ({ last_used_at: at, last_used_ip: ip }) =>
    at === null ? (
      t('Never used')
    ) : (
      <>
        {at === undefined ? t('not known') : instant(instantMs(at))}
        {ip && (
          <small>
            <Name of={ip} />
          </small>
        )}
      </>
    ),
  permissions: ({ scopes }) =>
    scopes.map((scope) => (
      <div key={scope}>
        <Name of={scope} />
      </div>
    )),
  bound: ({ allowed_scopes: places }) =>
    places.length === 0
      ? t('Everywhere')
      : places.map(({ type, uuid, name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: deleted places have no uuid, and the list does not change
          <div key={index}>
            <Name of={name ?? uuid ?? '—'} /> ({entityTypeLabel(type)})
          </div>
        )),
  created: ({ created }) => (created ? day(instantMs(created)) : t('not known')),
}
