import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import type { ReactElement } from 'react'
import { serverNow } from '../../api/serverClock.ts'
import { number, t } from '../../ui/i18n.tsx'
import { MenuButton } from '../../ui/MenuButton.tsx'
import { endingTokens, saveCalendar, saveCsv, saveJson } from '../export/files.ts'
import type { Token } from '../schema.ts'

interface Saved {
  /** Called when the menu opens, because there may be thousands. */
  tokensOf: () => readonly Token[]
  /** Which tokens, in words. */
  what: string
}

/** Saves these tokens to a file. None of the files contains a secret. */
export function SaveMenu(saved: Saved) {
  return (
    <MenuButton label={t('Save')} icon={<FileDownloadOutlined />}>
      {(close) => saveItems(saved, close)}
    </MenuButton>
  )
}

/** Only the items. */
export function saveItems({ tokensOf, what }: Saved, close: () => void): ReactElement[] {
  const now = serverNow()
  const tokens = tokensOf()
  const ending = endingTokens(tokens, now)
  const save = (write: () => void) => () => {
    write()
    close()
  }
  return [
    <MenuItem key="csv" onClick={save(() => saveCsv(tokens, now))}>
      <ListItemText primary={t('Table (CSV)')} secondary={what} />
    </MenuItem>,
    <MenuItem key="json" onClick={save(() => saveJson(tokens, now))}>
      <ListItemText primary={t('JSON')} secondary={what} />
    </MenuItem>,
    <MenuItem key="ics" disabled={ending.length === 0} onClick={save(() => saveCalendar(ending, now))}>
      <ListItemText
        primary={t('End dates for a calendar')}
        secondary={
          ending.length === 0
            ? t('None of them is active')
            : t('{{shown}} active tokens, with reminders', {
                count: ending.length,
                shown: number(ending.length),
                defaultValue_one: 'One active token, with reminders',
              })
        }
      />
    </MenuItem>,
  ]
}
