import { instantMs } from '../../api/wire.ts'
import { asName, listing, number, Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { day } from '../../ui/time.ts'
import type { Token } from '../schema.ts'
import type { ActivityLine } from './activity.ts'
import { addressOf } from './activity.ts'
import { LifeFact } from './LifeFact.tsx'
import { useThirdFact } from './useThirdFact.ts'

/** Until it is known what to say, it keeps its space. */
export function ThirdFact({ token }: { token: Token }) {
  const fact = useThirdFact(token)
  switch (fact.kind) {
    case 'denied':
      return (
        <LifeFact
          mark="denied"
          label={t('Denied')}
          small={fact.denied[0] && <Trans text={newestText(fact.denied[0])} />}
        >
          {timesText(fact.denied.reduce((sum, { count }) => sum + count, 0))}
        </LifeFact>
      )
    case 'networks':
      return (
        <LifeFact label={t('Allowed IP addresses')} small={fact.isCertain && t('no requests denied')}>
          {fact.networks.length === 0 ? t('Any') : <Trans text={listing(fact.networks.map(nameText).map(asName), 1)} />}
        </LifeFact>
      )
    case 'used':
      return <LifeFact label={t('Used')}>{fact.text}</LifeFact>
    case 'loading':
    case 'none':
      return <div />
  }
}

/** Waldur records a denial at most every ten minutes, so there may have been more. */
const timesText = (count: number): string =>
  t('At least {{shown}} times', { count, shown: number(count), defaultValue_one: 'At least once' })

function newestText({ event }: ActivityLine): string {
  const when = day(instantMs(event.created))
  const address = addressOf(event)
  return address === null ? when : t('{{when}}, from [[address]]', { when, address: nameText(address) })
}
