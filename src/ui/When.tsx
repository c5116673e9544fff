import Tooltip from '@mui/material/Tooltip'
import { instantMs } from '../api/wire.ts'
import { useNow } from './now.ts'
import { ago, day, instant, relative } from './time.ts'
import { t } from './words.tsx'

const TEXTS = { ago, relative, day, instant: (ms: number) => instant(ms) }

/** An instant in few words, by itself one that has passed; the exact one, in local time and UTC, on hover and focus. */
export function When({ at, as = 'ago' }: { at: string | null | undefined; as?: keyof typeof TEXTS }) {
  const now = useNow()
  if (typeof at !== 'string') return <span className="aside">{t('not known')}</span>
  const ms = instantMs(at)
  return (
    <Tooltip title={<Exact ms={ms} />} describeChild>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact instant is there for the keyboard as well */}
      <time className="instant" dateTime={at} tabIndex={0}>
        {TEXTS[as](ms, now)}
      </time>
    </Tooltip>
  )
}

function Exact({ ms }: { ms: number }) {
  return (
    <>
      {instant(ms)}
      <br />
      {t('{{instant}} (UTC)', { instant: instant(ms, 'UTC').replace(/ UTC$/, '') })}
    </>
  )
}
