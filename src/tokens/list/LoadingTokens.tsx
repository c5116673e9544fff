import { t } from '../../ui/i18n.tsx'
import { LoadingEnds } from '../rows/EndsParts.tsx'
import { LoadingChips } from '../rows/LoadingChips.tsx'
import { COLUMN_WIDTHS, columnLabel } from '../rows/texts.ts'
import { USUAL_COLUMNS } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'

const COLUMNS = ['name', ...USUAL_COLUMNS] as const
const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']
/** The lines of a card, in percent of its width. */
const LINES = [50, 30, 100, 80, 70, 55, 60]

/** A placeholder with the layout of ListedTokens.tsx and FoundTokens.tsx. */
export function LoadingTokens() {
  const isNarrow = useIsNarrow()
  return (
    <div className="loading" role="status" aria-label={t('Loading your tokens')}>
      <LoadingEnds />
      <div className="list-tools">
        <div className="list-status">
          <i className="skeleton" />
        </div>
      </div>
      <div>
        <div className="list-bar">
          <LoadingChips />
          <div className="search skeleton" />
        </div>
        {isNarrow ? <LoadingCards /> : <LoadingTable />}
      </div>
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
          {COLUMNS.map((id) => (
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
            {COLUMNS.map((id) => (
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
