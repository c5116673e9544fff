import MoreVert from '@mui/icons-material/MoreVert'
import { memo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Action } from '../../ui/ActionMenu.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { ExportItems } from '../dialogs.ts'
import type { TokenTableState } from '../rows/useTokenTable.ts'
import type { ChangeView, HideableColumn } from '../rows/view.ts'
import { useIsNarrow, useIsPhone } from '../rows/width.ts'
import { ColumnItems } from './ColumnItems.tsx'
import { TOOL_ICONS } from './toolIcons.ts'

interface Props {
  table: TokenTableState
  /** The columns beside the name. */
  shown: readonly HideableColumn[]
  change: ChangeView
  open: (dialog: Dialog) => void
  /** Stops loading; null if nothing is loading. */
  stop: (() => void) | null
}

/** Everything that is needed now and then, behind one button. On a phone it has no label. */
export const ToolsMenu = memo(function ToolsMenu({ table, shown, change, open, stop }: Props) {
  const [isColumns, setIsColumns] = useState(false)
  const isPhone = useIsPhone()
  return (
    <MenuButton
      className={isPhone ? 'more' : 'menu-button'}
      name={t('Tools')}
      face={
        isPhone ? (
          <MoreVert />
        ) : (
          <>
            {t('Tools')} <LineIcon d="m4 6 4 4 4-4" />
          </>
        )
      }
      heading={isColumns ? t('Columns') : undefined}
      onClosed={() => setIsColumns(false)}
    >
      {(close) =>
        isColumns ? (
          <ColumnItems shown={shown} onChange={(columns) => change({ columns })} />
        ) : (
          <Tools
            table={table}
            open={(dialog) => {
              // Close the menu first, so that the focus is on its button when the dialog remembers where to return it.
              flushSync(close)
              open(dialog)
            }}
            stop={stop}
            close={close}
            chooseColumns={() => setIsColumns(true)}
          />
        )
      }
    </MenuButton>
  )
})

interface ToolsProps extends Pick<Props, 'table' | 'open' | 'stop'> {
  close: () => void
  chooseColumns: () => void
}

function Tools({ table, open, stop, close, chooseColumns }: ToolsProps) {
  const count = table.rows.length
  const { byAccessToken } = useCapabilities()
  const isNarrow = useIsNarrow()
  return (
    <>
      <Action
        icon={TOOL_ICONS.identify}
        label={t('Identify a token')}
        detail={t('Match a token or a log line with your list')}
        onClick={() => open({ kind: 'find' })}
      />
      {!byAccessToken && (
        <Action
          icon={TOOL_ICONS.leaked}
          label={t('Revoke leaked tokens')}
          detail={t('All, or those used since a certain time')}
          onClick={() => open({ kind: 'leak' })}
        />
      )}
      <p className="aside" role="none">
        {t('Export')}
      </p>
      <ExportItems
        tokens={table.rows}
        what={t('{{shown}} tokens in this view', {
          count,
          shown: number(count),
          defaultValue_one: '1 token in this view',
        })}
        onClose={close}
      />
      <hr />
      <Action
        icon={TOOL_ICONS.columns}
        label={t('Columns')}
        detail={t('Choose what the list shows')}
        onClick={chooseColumns}
      />
      {!isNarrow && (
        <Action
          icon={TOOL_ICONS.keyboard}
          label={t('Keyboard shortcuts')}
          detail={t('Search, move and select')}
          onClick={() => open({ kind: 'keys' })}
        />
      )}
      {stop && (
        <Action
          icon={TOOL_ICONS.stop}
          label={t('Stop loading')}
          detail={t('Keep what’s loaded')}
          onClick={() => {
            stop()
            close()
          }}
        />
      )}
    </>
  )
}
