import { adoptStyles } from '../../ui/adoptStyles.ts'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { nameText } from '../../ui/names.ts'
import { NOTE_ICONS } from '../../ui/noteIcons.ts'
import { Tag } from '../../ui/Tag.tsx'
import { isGlobal } from '../permissions/globals.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import styles from './permission.css?inline'

adoptStyles(styles)

/** A permission in words, and below them the value that logs and the API use. */
export function PermissionName({ scope }: { scope: string }) {
  const words = usePermissionWords()
  return (
    <span className="permission-name">
      <span>
        {words(scope).label}
        {isGlobal(scope) && (
          <>
            {' '}
            <Tag color="warning">
              <LineIcon d={NOTE_ICONS.warning} /> {t('Global')}
            </Tag>
          </>
        )}
      </span>
      <code translate="no">{nameText(scope)}</code>
    </span>
  )
}
