import { number, t } from '../../ui/i18n.tsx'
import type { TokenList } from '../useAllTokens.ts'
import { progress } from './ListStatus.tsx'

interface Props {
  list: TokenList
  /** How many tokens are loaded; the rows above are chosen from these. */
  loaded: number
  /** How many are shown; null if the view is unfiltered. */
  found: number | null
}

/** "11 tokens" or "3 of 11 shown" below the rows; while pages are missing, how many are loaded. */
export const ListFoot = ({ list, loaded, found }: Props) => (
  <p className="list-foot aside" role="status">
    {found !== null && t('{{found}} of {{loaded}} shown', { found: number(found), loaded: number(loaded) })}
    {!list.complete && (
      <>
        {found !== null && '. '}
        <span>{progress(loaded, list.total)}</span>
      </>
    )}
    {list.complete &&
      found === null &&
      t('{{shown}} tokens', { count: loaded, shown: number(loaded), defaultValue_one: '1 token' })}
  </p>
)
