import type { ReactNode } from 'react'
import { t } from '../../ui/i18n.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'

interface Props {
  /** A line about the list, for which a phone has no room. */
  about: ReactNode
  /** The page's main actions. */
  children: ReactNode
}

/** The heading of the list, with the page's actions beside it. */
export const ListHead = ({ about, children }: Props) => (
  <div className="list-head">
    <div>
      <PageTitle title={t('Personal access tokens')} />
      <div className="list-about aside">{about}</div>
    </div>
    <div>{children}</div>
  </div>
)
