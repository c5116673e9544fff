import { serverNow } from '../../api/serverClock.ts'
import { Action } from '../../ui/ActionMenu.tsx'
import { number, t } from '../../ui/i18n.tsx'
import { endingTokens, saveCalendar, saveCsv, saveJson } from '../export/files.ts'
import type { Token } from '../schema.ts'
import { TOOL_ICONS } from './toolIcons.ts'

interface Props {
  tokens: readonly Token[]
  /** Which tokens, in words. */
  what: string
  onClose: () => void
}

/** Menu items that save these tokens to a file at once. None of the files contains a secret. */
export function ExportItems({ tokens, what, onClose }: Props) {
  const now = serverNow()
  const ending = endingTokens(tokens, now)
  const save = (write: () => void) => () => {
    write()
    onClose()
  }
  return (
    <>
      <Action icon={TOOL_ICONS.table} label={t('CSV')} detail={what} onClick={save(() => saveCsv(tokens, now))} />
      <Action icon={TOOL_ICONS.json} label={t('JSON')} detail={what} onClick={save(() => saveJson(tokens, now))} />
      <Action
        icon={TOOL_ICONS.calendar}
        label={t('Calendar (.ics)')}
        detail={
          ending.length === 0
            ? t('No active tokens')
            : t('{{shown}} active tokens, with reminders', {
                count: ending.length,
                shown: number(ending.length),
                defaultValue_one: '1 active token, with reminders',
              })
        }
        disabled={ending.length === 0}
        onClick={save(() => saveCalendar(ending, now))}
      />
    </>
  )
}
