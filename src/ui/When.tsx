import { instantMs } from '../api/wire.ts'
import { t } from './i18n.tsx'
import { useNow } from './now.ts'
import { useTip } from './Tip.tsx'
import { ago, day, instant, relative } from './time.ts'

const TEXTS = { ago, relative, day, instant: (ms: number) => instant(ms) }

interface Props {
  at: string | null | undefined
  as?: keyof typeof TEXTS
}

/** A time in few words, by default one in the past; the exact time, local and UTC, on hover and focus. */
export const When = ({ at, as = 'ago' }: Props) =>
  typeof at === 'string' ? <Known at={at} as={as} /> : <span className="aside">{t('not known')}</span>

function Known({ at, as }: { at: string; as: keyof typeof TEXTS }) {
  const now = useNow()
  const ms = instantMs(at)
  const tip = useTip(() => (
    <>
      {instant(ms)}
      <br />
      {t('{{instant}} (UTC)', { instant: instant(ms, 'UTC').replace(/ UTC$/, '') })}
    </>
  ))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard can reach the exact time as well */}
      <time className="instant" dateTime={at} tabIndex={0} {...tip.bind}>
        {TEXTS[as](ms, now)}
      </time>
      {tip.shown}
    </>
  )
}
