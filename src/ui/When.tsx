import { instantMs } from '../api/wire.ts'
import { t } from './i18n.tsx'
import { useNow } from './now.ts'
import { useTip } from './Tip.tsx'
import { ago, day, instant, relative } from './time.ts'

const TEXTS = { ago, relative, day, instant: (ms: number) => instant(ms) }

interface Props {
  at: string | null | undefined
  as?: keyof typeof TEXTS
  /**
   * Not in rows, which would have too many tab stops; the exact times are on the token's page, also on paper
   * (`src/tokens/detail/page.css`).
   */
  tabIndex?: 0
}

/** A time in few words, by default one in the past; the exact time, local and UTC, on hover and focus. */
export const When = ({ at, ...props }: Props) =>
  typeof at === 'string' ? <Known at={at} {...props} /> : <span className="aside">{t('not known')}</span>

function Known({ at, as = 'ago', tabIndex }: Props & { at: string }) {
  const now = useNow()
  const ms = instantMs(at)
  const tip = useTip(() => {
    const [local, utc] = [instant(ms), instant(ms, 'UTC')]
    if (local === utc) return utc
    return (
      <>
        {local}
        <br />
        {t('{{instant}} (UTC)', { instant: utc.replace(/ UTC$/, '') })}
      </>
    )
  })
  const text = TEXTS[as](ms, now)
  const onPaper = tabIndex === 0 && as === 'ago' ? instant(ms) : undefined
  return (
    <>
      <time className="instant" dateTime={at} tabIndex={tabIndex} data-on-paper={onPaper} {...tip.bind}>
        {onPaper ? <span>{text}</span> : text}
      </time>
      {tip.shown}
    </>
  )
}
