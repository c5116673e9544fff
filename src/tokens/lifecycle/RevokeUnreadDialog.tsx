import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Consequence, Consequences } from '../../ui/Consequences.tsx'
import { Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useRevocation } from './useRevocation.ts'

interface Props {
  uuid: string
  /** Its name, if that is readable, or else its uuid. */
  name: string
  onClose: () => void
}

/** Revokes an unreadable token, for which its uuid is enough. */
export function RevokeUnreadDialog({ uuid, name, onClose }: Props) {
  const revocation = useRevocation(uuid, name, onClose)
  return (
    <ConfirmDialog
      {...revocation}
      title={<Trans text={t('Revoke [[name]]', { name: nameText(name) })} />}
      action={t('Revoke token')}
      danger
    >
      <Consequences>
        <Consequence mark="end">{t('Anything using this token stops working immediately')}</Consequence>
        <Consequence mark="final">{t('You can’t undo this')}</Consequence>
      </Consequences>
    </ConfirmDialog>
  )
}
