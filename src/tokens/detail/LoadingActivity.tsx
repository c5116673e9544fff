import { t } from '../../ui/i18n.tsx'

const ROWS = ['a', 'b', 'c']

/** Placeholders in the shape of the entries. */
export const LoadingActivity = () => (
  <div className="card-part" role="status" aria-label={t('Loading activity')}>
    <div className="story" aria-hidden="true">
      {ROWS.map((row) => (
        <div key={row} className="story-loading">
          <span className="story-blank" />
          <span className="story-blank" />
        </div>
      ))}
    </div>
  </div>
)
