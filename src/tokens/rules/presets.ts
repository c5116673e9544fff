import { t } from '../../ui/words.tsx'
import { isGlobal } from './permissionWords.ts'

/** The bulk choices. */
export const PRESETS = ['none', 'read only', 'all bindable'] as const
export type Preset = (typeof PRESETS)[number]

/** The permissions on offer that a preset chooses. */
export function presetScopes(preset: Preset, available: readonly string[], bindable: ReadonlySet<string>): string[] {
  if (preset === 'none') return []
  return available.filter((scope) => (preset === 'read only' ? isReadOnly(scope) : bindable.has(scope)))
}

/** The preset that a choice amounts to, or "custom". A choice of nothing is none, whatever else it is. */
export function presetOf(
  chosen: readonly string[],
  available: readonly string[],
  bindable: ReadonlySet<string>,
): Preset | 'custom' {
  const wanted = new Set(chosen)
  const found = PRESETS.find((preset) => {
    const scopes = new Set(presetScopes(preset, available, bindable))
    return scopes.size === wanted.size && [...scopes].every((scope) => wanted.has(scope))
  })
  return found ?? 'custom'
}

/** Lists and views, but no secrets: who may read a provider's API secret can act with it. */
export const isReadOnly = (scope: string): boolean => /\.(LIST|VIEW|GET)(_|$)/.test(scope) && !scope.includes('SECRET')

interface Template {
  label: () => string
  scopes: readonly string[]
}

/** Common jobs, and what each needs (waldur-api, section 6.2). */
export const TEMPLATES: readonly Template[] = [
  {
    label: () => t('CI that orders resources'),
    scopes: ['PROJECT.LIST', 'ORDER.LIST', 'ORDER.CREATE', 'RESOURCE.LIST'],
  },
  {
    label: () => t('Monitoring that only looks'),
    scopes: ['PROJECT.LIST', 'ORDER.LIST', 'RESOURCE.LIST'],
  },
  {
    label: () => t('Usage reports of a provider'),
    scopes: ['ORDER.LIST', 'RESOURCE.LIST', 'RESOURCE.SET_USAGE', 'RESOURCE.SUBMIT_REPORT'],
  },
  {
    label: () => t('Backups of project lists'),
    scopes: ['PROJECT.LIST', 'PROJECT.VIEW_TEAM', 'CUSTOMER.LIST_USERS'],
  },
]

export type Risk = 'global' | 'grants access' | 'deletes'

/** What makes a permission dangerous in the wrong hands, the worst first; null for most. */
export function riskOf(scope: string): Risk | null {
  const action = scope.split('.')[1] ?? ''
  if (isGlobal(scope)) return 'global'
  if (/_PERMISSION$|^MANAGE_USER|SECRET|API_KEY/.test(action)) return 'grants access'
  return /^(DELETE|TERMINATE|DESTROY)/.test(action) ? 'deletes' : null
}

export interface PastedScopes {
  known: string[]
  unknown: string[]
}

/**
 * A pasted list of permissions, apart by white space, commas, semicolons or quotes.
 * @returns null for a text that is no list of them, to be searched for as it is
 */
export function pastedScopes(text: string, available: readonly string[]): PastedScopes | null {
  const words = [...new Set(text.split(/[\s,;"'[\]]+/).filter(Boolean))]
  const offered = new Set(available)
  const known = words.filter((word) => offered.has(word))
  if (words.length < 2 || known.length === 0) return null
  return { known, unknown: words.filter((word) => !offered.has(word)) }
}
