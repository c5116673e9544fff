import { Icon } from '../../ui/Icon.tsx'
import { number, t } from '../../ui/i18n.tsx'

/**
 * The strip of UpcomingEnds.tsx before anything is counted. Its months come later, because the first rows are more
 * urgent.
 */
export const LoadingEnds = () => (
  <div className="ends" aria-hidden>
    <EndsHead soon={0} isPart={false} />
    <div className="months" />
  </div>
)

export function EndsHead({ id, soon, isPart }: { id?: string; soon: number; isPart: boolean }) {
  const Title = id === undefined ? 'p' : 'h2'
  return (
    <div className="ends-head">
      <Title id={id} className="ends-title">
        {t('Upcoming expirations')}
      </Title>
      <p className="ends-span">{isPart ? t('next 12 months, so far') : t('next 12 months')}</p>
      {soon > 0 && (
        <p className="ends-soon">
          <Icon of="ending" /> {t('{{shown}} within 14 days', { shown: number(soon) })}
        </p>
      )}
    </div>
  )
}
