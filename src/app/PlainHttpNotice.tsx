import { t } from '../ui/i18n.tsx'
import { Band } from './Band.tsx'

/** Shown where the operator allows plain HTTP. */
export function PlainHttpNotice() {
  if (isSecureContext) return null
  return <Band>{t('This connection isn’t encrypted. Others on the network can read your tokens.')}</Band>
}
