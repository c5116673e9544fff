import { t } from '../../ui/i18n.tsx'
import { askedOn } from './asked.ts'

/**
 * Why none of these permissions works in a place of this type, with a placeholder for its name. Permissions without a
 * known request do not matter here.
 */
export function notAskedText(type: string, scopes: readonly string[]): string {
  const isAskedOn = (object: string) => scopes.every((scope) => askedOn(scope)?.some(({ on }) => on === object) ?? true)
  if (type === 'resource' && isAskedOn('project')) {
    return t('Waldur asks for these permissions on the project, not on a resource, so nothing works in [[place]].')
  }
  if (type === 'service_provider' && isAskedOn('customer')) {
    return t(
      'Waldur asks for these permissions on the organization, not on a service provider, so nothing works in [[place]].',
    )
  }
  return t('Waldur doesn’t ask for these permissions on this type of place, so nothing works in [[place]].')
}
