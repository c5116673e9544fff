import type { Heard } from '../api/serverClock.ts'
import { heardAtom, isBelieved } from '../api/serverClock.ts'
import { t } from '../ui/i18n.tsx'
import { duration } from '../ui/time.ts'
import { useAtom } from '../ui/useAtom.ts'
import { Band } from './Band.tsx'

const MINUTE = 60_000

/** In whole minutes, because each response changes the offset a little, which should not cause a render. */
const wrongBy = ({ offset }: Heard) => (Math.abs(offset) > MINUTE ? Math.round(offset / MINUTE) * MINUTE : 0)

/** Explains why the dates here differ from the computer's clock. */
export function ClockNotice() {
  const offset = useAtom(heardAtom, wrongBy)
  if (offset === 0) return null
  if (!isBelieved(offset)) {
    return (
      <Band>
        {t('Waldur’s clock and this computer’s are {{time}} apart. Dates here follow this computer’s clock.', {
          time: duration(offset),
        })}
      </Band>
    )
  }
  return (
    <Band>
      {offset < 0
        ? t('This computer’s clock is {{time}} ahead of Waldur’s. Dates here follow Waldur’s clock.', {
            time: duration(offset),
          })
        : t('This computer’s clock is {{time}} behind Waldur’s. Dates here follow Waldur’s clock.', {
            time: duration(offset),
          })}
    </Band>
  )
}
