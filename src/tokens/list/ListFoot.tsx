import { memo } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { Spoken } from '../../ui/Spoken.tsx'
import { ALL_AT_ONCE } from '../rows/useVirtualRows.ts'
import { useIsPhone } from '../rows/width.ts'
import type { TokenList } from '../useAllTokens.ts'
import { progress } from './ListStatus.tsx'
import { findNote } from './useFindNote.ts'

interface Props {
  list: TokenList
  /** How many tokens are loaded; the rows above are chosen from these. */
  loaded: number
  /** How many are shown; null if the view is unfiltered. */
  found: number | null
  /** The filter and search that chose them. If it changes, the same number is said again. */
  by: string
}

/** "11 tokens" or "3 of 11 shown" below the rows; on a phone also how many are loaded while pages are missing. */
export const ListFoot = memo(function ListFoot({ list, loaded, found, by }: Props) {
  const isPhone = useIsPhone()
  const shown = found ?? loaded
  const text = [
    found !== null && t('{{found}} of {{loaded}} shown', { found: number(found), loaded: number(loaded) }),
    !list.complete && isPhone && progress(loaded, list.total),
    list.complete &&
      found === null &&
      t('{{shown}} tokens', { count: loaded, shown: number(loaded), defaultValue_one: '1 token' }),
  ]
    .filter((part) => part !== false)
    .join('. ')
  return (
    <>
      <p className="list-foot aside">
        <span>{text}</span> {shown > ALL_AT_ONCE && <span>{findNote()}</span>}
      </p>
      <Spoken text={text} about={by} />
    </>
  )
})
