import { t } from '../../ui/i18n.tsx'
import { LoadingEnds } from '../rows/EndsParts.tsx'
import { LoadingBar } from '../rows/LoadingBar.tsx'
import { columnLabel } from '../rows/texts.ts'
import { USUAL_COLUMNS } from '../rows/view.ts'
import { useIsNarrow } from '../rows/width.ts'

const COLUMNS = ['name', ...USUAL_COLUMNS] as const
/** The rows, each with the lengths of its first lines, in percent of the column. */
const ROWS = [
  [52, 24, 62, 60, 56],
  [64, 18, 48, 78, 70],
  [42, 18, 72, 44, 62],
  [58, 18, 54, 68, 48],
  [48, 24, 66, 56, 74],
  [70, 18, 50, 72, 58],
] as const

/** A placeholder with the layout of ListedTokens.tsx and FoundTokens.tsx. */
export function LoadingTokens() {
  const isNarrow = useIsNarrow()
  return (
    <div className="loading" role="status" aria-label={t('Loading your tokens')}>
      <LoadingEnds />
      <div>
        <LoadingBar all={0}>
          <div className="search skeleton" />
        </LoadingBar>
        {isNarrow ? <LoadingCards /> : <LoadingTable />}
      </div>
    </div>
  )
}

const LoadingCards = () => (
  <ul className="token-cards" aria-hidden>
    {ROWS.map(([name, , , can, where]) => (
      <li key={name} data-index={name}>
        <div className="token-card loading-card">
          <Line width={name} />
          <Line width={30} />
          <Line width={100} isBar />
          <Line width={can} />
          <Line width={where} />
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
            <th key={id} data-column={id}>
              {columnLabel(id)}
            </th>
          ))}
          <td className="actions-cell" />
        </tr>
      </thead>
      <tbody>
        {ROWS.map((widths) => (
          <tr key={widths[0]} className="token-row">
            <td className="checkbox-cell">
              <i className="skeleton loading-box" />
            </td>
            {COLUMNS.map((column, index) => (
              <td key={column}>
                <Line width={widths[index] ?? 50} />
                {column === 'life' ? <Line width={100} isBar /> : <Line width={40} isSecond />}
              </td>
            ))}
            <td className="actions-cell" />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** As high as a line of text, a second line, or the bar of a life. @param width in percent */
const Line = ({ width, isSecond, isBar }: { width: number; isSecond?: boolean; isBar?: boolean }) => (
  <i className="skeleton" data-second={isSecond} data-bar={isBar} style={{ width: `${width}%` }} />
)
