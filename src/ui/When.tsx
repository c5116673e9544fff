import Tooltip from '@mui/material/Tooltip'
import { instantMs } from '../api/wire.ts'
import { useNow } from './now.ts'
import { day, instant, relative } from './time.ts'
import { t } from './words.tsx'

/** An instant in few words; the exact one, in local time and UTC, on hover and focus. */
export function When({ at, as = 'relative' }: { at: string; as?: 'relative' | 'day' | 'instant' }) {
  const now = useNow()
  const ms = instantMs(at)
  const text = as === 'relative' ? relative(ms, now) : as === 'day' ? day(ms) : instant(ms)
  return (
    <Tooltip title={<Exact ms={ms} />} describeChild>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact instant is there for the keyboard as well */}
      <time className="instant" dateTime={at} tabIndex={0}>
        {text}
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
