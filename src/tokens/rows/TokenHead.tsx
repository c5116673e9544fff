import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'
import { nameText, visible } from '../../ui/names.ts'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { HeadActions } from '../actions/HeadActions.tsx'
import type { Dialog } from '../dialog.ts'
import type { Token } from '../schema.ts'
import { StateLabel } from '../state/StateLabel.tsx'
import { PlaceLink } from './PlaceLink.tsx'

export const BackToList = () => (
  <PlaceLink uuid={null} className="back">
    <Icon of="back" /> {t('All tokens')}
  </PlaceLink>
)

/** The head of a token's page: name and state, and its actions beside them. */
export const TokenHead = ({ token, open }: { token: Token; open: (dialog: Dialog) => void }) => (
  <div className="token-head">
    <div className="token-title">
      <PageTitle title={nameText(token.name)}>
        {/* In full, however long. */}
        <bdi translate="no">{token.name.trim() === '' ? nameText(token.name) : visible(token.name)}</bdi>
      </PageTitle>
      <StateLabel token={token} />
    </div>
    <HeadActions token={token} open={open} />
  </div>
)
