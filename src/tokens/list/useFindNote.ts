import { useEffect } from 'react'
import { announce } from '../../ui/announce.tsx'
import { t } from '../../ui/i18n.tsx'

/** What the browser's own search doesn't find, because only visible rows are rendered. */
export const findNote = (): string =>
  t('Your browser’s search finds only visible rows. The search of this page finds all tokens.')

/** Says so when the browser's search is opened. @param isNeeded whether there are rows that it doesn't find */
export function useFindNote(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    const onKey = ({ ctrlKey, metaKey, altKey, shiftKey, code }: KeyboardEvent) => {
      if ((ctrlKey || metaKey) && !altKey && !shiftKey && code === 'KeyF') announce(findNote())
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [isNeeded])
}
