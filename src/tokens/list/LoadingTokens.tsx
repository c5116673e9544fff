import { t } from '../../ui/i18n.tsx'
import { COLUMNS } from '../rows/columns.tsx'
import { LoadingCounts } from '../rows/StatCards.tsx'
import { COLUMN_WIDTHS, columnLabel } from '../rows/texts.ts'
import { useIsNarrow } from '../rows/width.ts'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']
/** The lines of a card, in percent of its width. */
const LINES = [50, 30, 40, 80, 70, 55, 60, 45]

/** A placeholder with the layout of ListedTokens.tsx and FoundTokens.tsx. */
export function LoadingTokens() {
  const isNarrow = useIsNarrow()
  return (
    <div className="loading" role="status" aria-label={t('Loading your tokens')}>
      <LoadingCounts />
      <div className="list-tools">
        <div className="search skeleton" />
      </div>
      <div className="list-status">
        <i className="skeleton" />
      </div>
      {isNarrow ? <LoadingCards /> : <LoadingTable />}
    </div>
  )
}

const LoadingCards = () => (
  <ul className="token-cards" aria-hidden>
    {ROWS.map((row) => (
      <li key={row} data-index={row}>
        <div className="token-card">
          {LINES.map((width) => (
            <i key={width} className="skeleton" style={{ width: `${width}%` }} />
          ))}
        </div>
      </li>
    ))}
  </ul>
)

const LoadingTable = () => (
  <div className="token-table" aria-hidden>
    <table>
      <thead>
        <tr>
          <td className="checkbox-cell" />
          {COLUMNS.map(({ id }) => (
            <th key={id} style={{ width: `${COLUMN_WIDTHS[id]}%` }}>
              {columnLabel(id)}
            </th>
          ))}
          <td className="actions-cell" />
        </tr>
      </thead>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row} className="token-row">
            <td className="checkbox-cell" />
            {COLUMNS.map(({ id }) => (
              <td key={id}>
                <i className="skeleton" />
              </td>
            ))}
            <td className="actions-cell" />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
