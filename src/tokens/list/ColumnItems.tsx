import { MenuChoice } from '../../ui/MenuChoice.tsx'
import { columnLabel } from '../rows/texts.ts'
import type { HideableColumn } from '../rows/view.ts'
import { COLUMN_IDS, isHideable } from '../rows/view.ts'

const IDS = COLUMN_IDS.filter(isHideable)

interface Props {
  shown: readonly HideableColumn[]
  onChange: (shown: HideableColumn[]) => void
}

/** Menu items that show and hide columns. The menu stays open. */
export const ColumnItems = ({ shown, onChange }: Props) =>
  IDS.map((id) => (
    <MenuChoice
      key={id}
      kind="checkbox"
      isOn={shown.includes(id)}
      label={columnLabel(id)}
      onClick={() => onChange(IDS.filter((other) => (other === id) !== shown.includes(other)))}
    />
  ))
