import { t } from '../../ui/i18n.tsx'

/** How this Waldur server cannot limit tokens, as a sentence; null if it has both kinds of limit. */
export function missingText({ places, networks }: { places: boolean; networks: boolean }): string | null {
  if (places && networks) return null
  if (places) return t('This Waldur server can’t limit tokens to IP addresses.')
  return networks
    ? t('This Waldur server can’t limit tokens to places. They work everywhere you have their permissions.')
    : t(
        'This Waldur server can’t limit tokens to places or IP addresses. They work everywhere you have their permissions.',
      )
}
