import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { memo } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { SteadyButton } from '../../ui/SteadyButton.tsx'
import { revokeObstacle } from '../capabilities/obstacles.ts'
import { useCapabilities } from '../capabilities/useCapabilities.ts'
import type { Dialog } from '../dialog.ts'
import { ExportItems } from '../dialogs.ts'
import type { Token } from '../schema.ts'

interface Props {
  selected: readonly Token[]
  /** How many of them the view hides. */
  unseen: number
  open: (dialog: Dialog) => void
  clear: () => void
}

/**
 * Actions on the selected tokens. It takes the place of the chips, so that nothing moves; on a narrow screen it is at
 * the bottom, where a thumb is.
 */
export const SelectionBar = memo(function SelectionBar({ selected, unseen, open, clear }: Props) {
  const capabilities = useCapabilities()
  const revocable = selected.filter((token) => revokeObstacle(token, capabilities) === null)
  const what = t('{{shown}} selected tokens', {
    count: selected.length,
    shown: number(selected.length),
    defaultValue_one: '1 selected token',
  })
  return (
    <section className="selection" aria-label={t('Selected tokens')}>
      <div>
        <p>
          <b>{t('{{shown}} selected', { shown: number(selected.length) })}</b>
          {unseen > 0 && <span className="aside"> {t('({{shown}} not in this view)', { shown: number(unseen) })}</span>}
        </p>
        <Button size="small" onClick={clear}>
          {t('Clear selection')}
        </Button>
      </div>
      <div>
        <MenuButton
          face={
            <>
              <FileDownloadOutlined sx={{ fontSize: '1.125rem' }} /> {t('Export')}
            </>
          }
        >
          {(close) => <ExportItems tokens={selected} what={what} onClose={close} />}
        </MenuButton>
        <SteadyButton
          variant="contained"
          size="small"
          color="error"
          isOff={revocable.length === 0}
          onClick={() => open({ kind: 'revoke many', tokens: selected })}
        >
          {revocable.length === 0
            ? t('No tokens to revoke')
            : t('Revoke {{shown}} tokens', {
                count: revocable.length,
                shown: number(revocable.length),
                defaultValue_one: 'Revoke 1 token',
              })}
        </SteadyButton>
      </div>
    </section>
  )
})
