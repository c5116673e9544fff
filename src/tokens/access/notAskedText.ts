import { t } from '../../ui/i18n.tsx'
import { askedOn } from './asked.ts'

/**
 * Why none of these permissions works in a place of this type, with a placeholder for its name. Permissions without a
 * known request do not matter here.
 */
export function notAskedText(type: string, scopes: readonly string[]): string {
  const isAskedOn = (object: string) => scopes.every((scope) => askedOn(scope)?.some(({ on }) => on === object) ?? true)
  const count = scopes.length
  if (type === 'resource' && isAskedOn('project')) {
    return t('Waldur asks for these permissions on the project, not on a resource, so nothing works in [[place]].', {
      count,
      defaultValue_one:
        'Waldur asks for this permission on the project, not on a resource, so it doesn’t work in [[place]].',
    })
  }
  if (type === 'service_provider' && isAskedOn('customer')) {
    return t(
      'Waldur asks for these permissions on the organization, not on a service provider, so nothing works in [[place]].',
      {
        count,
        defaultValue_one:
          'Waldur asks for this permission on the organization, not on a service provider, so it doesn’t work in [[place]].',
      },
    )
  }
  return t('Waldur doesn’t ask for these permissions on this type of place, so nothing works in [[place]].', {
    count,
    defaultValue_one: 'Waldur doesn’t ask for this permission on this type of place, so it doesn’t work in [[place]].',
  })
}
