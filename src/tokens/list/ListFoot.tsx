import { number, t } from '../../ui/i18n.tsx'
import { useIsPhone } from '../rows/width.ts'
import type { TokenList } from '../useAllTokens.ts'
import { progress } from './ListStatus.tsx'

interface Props {
  list: TokenList
  /** How many tokens are loaded; the rows above are chosen from these. */
  loaded: number
  /** How many are shown; null if the view is unfiltered. */
  found: number | null
}

/** "11 tokens" or "3 of 11 shown" below the rows; on a phone also how many are loaded while pages are missing. */
export function ListFoot({ list, loaded, found }: Props) {
  const isPhone = useIsPhone()
  const parts = [
    found !== null && t('{{found}} of {{loaded}} shown', { found: number(found), loaded: number(loaded) }),
    !list.complete && isPhone && progress(loaded, list.total),
    list.complete &&
      found === null &&
      t('{{shown}} tokens', { count: loaded, shown: number(loaded), defaultValue_one: '1 token' }),
  ]
  return (
    <p className="list-foot aside" role="status">
      {parts.filter((part) => part !== false).join('. ')}
    </p>
  )
}
