import { t } from '../../ui/i18n.tsx'
import { isGlobal } from './globals.ts'

export interface Template {
  label: () => string
  /** Which tools for this task do not accept such a token (waldur-api, section 13). */
  note: () => string
  scopes: readonly string[]
}

/** Common tasks and the permissions they need (waldur-api, section 6.2). For reading only, see `readOnlyScopes`. */
export const TEMPLATES: readonly Template[] = [
  {
    label: () => t('Ordering resources from CI'),
    note: () => t('Terraform and the Ansible collections seen so far don’t work with personal access tokens.'),
    scopes: ['ORDER.CREATE', 'ORDER.CANCEL', 'RESOURCE.UPDATE', 'RESOURCE.TERMINATE'],
  },
  {
    label: () => t('Provider usage reports'),
    note: () => t('The site agents seen so far don’t work with personal access tokens.'),
    scopes: ['ORDER.LIST', 'RESOURCE.LIST', 'RESOURCE.SET_USAGE', 'RESOURCE.SUBMIT_REPORT'],
  },
]

/** The template that a choice equals; undefined if there is none. A template selects only available permissions. */
export const templateOf = (chosen: readonly string[], available: readonly string[]): Template | undefined =>
  chosen.length === 0
    ? undefined
    : TEMPLATES.find(({ scopes }) =>
        isSame(
          scopes.filter((scope) => available.includes(scope)),
          chosen,
        ),
      )

/** Whether both are the same permissions, in whatever order. */
export function isSame(some: readonly string[], others: readonly string[]): boolean {
  const wanted = new Set(others)
  return new Set(some).size === wanted.size && some.every((scope) => wanted.has(scope))
}

export type Risk = 'global' | 'grants access' | 'deletes'

/** What makes a permission dangerous in the wrong hands, the worst first; null for most. */
export function riskOf(scope: string): Risk | null {
  const action = scope.split('.')[1] ?? ''
  if (isGlobal(scope)) return 'global'
  if (/_PERMISSION$|^MANAGE_USER|SECRET|API_KEY/.test(action)) return 'grants access'
  return /^(DELETE|TERMINATE|DESTROY)/.test(action) ? 'deletes' : null
}
