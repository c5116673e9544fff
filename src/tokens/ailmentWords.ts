import { t } from '../ui/words.tsx'
import type { Ailment } from './rules/health.ts'

/** An ailment in a few words, for the list. */
export function ailmentLabel(ailment: Ailment): string {
  switch (ailment.kind) {
    case 'dead':
      return t('Opens nothing any more')
    case 'dead permissions':
      return t('{{count}} permissions that you no longer hold', {
        count: ailment.scopes.length,
        defaultValue_one: 'A permission that you no longer hold',
      })
    case 'dead bindings':
      return t('Bound to {{count}} deleted entities', {
        count: ailment.count,
        defaultValue_one: 'Bound to something deleted',
      })
    case 'never used':
      return t('Never used')
    case 'unused':
      return t('Unused for 90 days')
    case 'ends soon':
      return t('Ends soon')
    case 'outlives role':
      return t('Outlives a role')
    case 'global':
      return t('Global')
    case 'broad':
      return t('Very broad')
  }
}
