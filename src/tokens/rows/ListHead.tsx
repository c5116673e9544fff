import type { ReactNode } from 'react'
import { t } from '../../ui/i18n.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

/** The heading of the list, with the page's main action beside it. */
export const ListHead = ({ children }: { children: ReactNode }) => (
  <div className="list-head">
    <div>
      <PageTitle title={t('Personal access tokens')} />
      <p className="aside">
        {t('Keys for scripts and services that act in Waldur as you, within the permissions you give them.')}
      </p>
    </div>
    {children}
  </div>
)
