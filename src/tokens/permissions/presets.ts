import { t } from '../../ui/words.tsx'
import { isGlobal } from './permissionWords.ts'

/** The bulk choices. */
export const PRESETS = ['none', 'all bindable'] as const
export type Preset = (typeof PRESETS)[number]

/** The permissions on offer that a preset chooses. */
export const presetScopes = (preset: Preset, available: readonly string[], bindable: ReadonlySet<string>): string[] =>
  preset === 'none' ? [] : available.filter((scope) => bindable.has(scope))

/** The preset that a choice amounts to, or "custom". A choice of nothing is none, whatever else it is. */
export function presetOf(
  chosen: readonly string[],
  available: readonly string[],
  bindable: ReadonlySet<string>,
): Preset | 'custom' {
  return PRESETS.find((preset) => isSame(presetScopes(preset, available, bindable), chosen)) ?? 'custom'
}

export interface Template {
  label: () => string
  /** Which of the tools that do such a job take no token of this kind (waldur-api, section 13). */
  note: () => string
  scopes: readonly string[]
}

/** Common jobs, and what each needs (waldur-api, section 6.2). To read needs nothing: see `readOnlyScopes`. */
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

/** The job that a choice is for; undefined for any other choice. A job brings no more than what is on offer. */
export const templateOf = (chosen: readonly string[], available: readonly string[]): Template | undefined =>
  chosen.length === 0
    ? undefined
    : TEMPLATES.find(({ scopes }) =>
        isSame(
          scopes.filter((scope) => available.includes(scope)),
          chosen,
        ),
      )

function isSame(some: readonly string[], others: readonly string[]): boolean {
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
