import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined'
import { useIsPhone } from '../tokens/rows/width.ts'
import { t } from '../ui/i18n.tsx'
import { useOnline } from '../ui/useOnline.ts'

/** Visible at any scroll position. What it means is explained once, at the top of the page. */
export function OfflineMark() {
  const isPhone = useIsPhone()
  if (useOnline()) return null
  return (
    <div className="offline-mark aside">
      <CloudOffOutlined fontSize="small" />
      {/* On a phone the operator's name may need the space. */}
      <span className={isPhone ? 'unseen' : undefined}>{t('Offline')}</span>
    </div>
  )
}
