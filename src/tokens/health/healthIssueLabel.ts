import { t } from '../../ui/i18n.tsx'
import type { HealthIssue } from './health.ts'

/** An issue in a few words, for the list, where the parents of places are unknown. */
export function healthIssueLabel(issue: HealthIssue): string {
  switch (issue.kind) {
    case 'dead':
      return t('None of its permissions works')
    case 'dead permissions':
      return t('{{count}} permissions have no effect', {
        count: issue.scopes.length,
        defaultValue_one: '1 permission has no effect',
      })
    case 'staff only':
      return t('You’re no longer staff')
    case 'dead bindings':
      return t('{{count}} deleted places', { count: issue.count, defaultValue_one: '1 deleted place' })
    case 'never used':
      return t('Never used')
    case 'unused':
      return t('Not used in 90 days')
    case 'ends soon':
      return t('Expires soon')
    case 'outlives role':
      return t('Expires after your role ends')
    case 'global':
      return t('Global')
    case 'boundless':
      return t('Works in all of Waldur')
    case 'broad':
      return t('Very broad access')
  }
}
