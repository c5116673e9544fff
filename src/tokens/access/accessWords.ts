import { nameText } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import type { Access } from '../rules/access.ts'

/** More roles than these are counted. */
const MOST = 2

/**
 * Where a permission works, in a word or three, and the reason.
 * @param isBound of a token that is bound to entities
 */
export function accessWords(access: Access, isBound: boolean): { verdict: string; reason: string } {
  switch (access.kind) {
    case 'here': {
      const roles = names(access.through)
      if (!isBound) return { verdict: t('Works'), reason: t('In {{roles}}, and below', { roles }) }
      return {
        verdict: access.andBelow ? t('Works here') : t('Works here only'),
        reason: access.andBelow
          ? t('By your role in {{roles}}', { roles })
          : t('By your role in {{roles}}, which does not reach the offering’s resources', { roles }),
      }
    }
    case 'below':
      return { verdict: t('Works below'), reason: t('Only in {{roles}}', { roles: names(access.through) }) }
    case 'overlap':
      return {
        verdict: t('Works in part'),
        reason: t('Only in resources that also belong to {{roles}}, if there are any', {
          roles: names(access.through),
        }),
      }
    case 'everywhere':
      return { verdict: t('Works everywhere'), reason: t('With your staff or support rights') }
    case 'unknown':
      return { verdict: t('Cannot tell'), reason: t('This page does not know all that it belongs to') }
    case 'never':
      return { verdict: t('Never works'), reason: NEVER[access.reason]() }
  }
}

const names = (through: readonly { name: string }[]): string =>
  listing([...new Set(through.map(({ name }) => nameText(name)))], MOST)

const NEVER: Record<Extract<Access, { kind: 'never' }>['reason'], () => string> = {
  'not held': () => t('None of your roles has it today'),
  'held elsewhere': () => t('Your roles have it in other places only'),
  gone: () => t('The entity is deleted'),
  global: () => t('A global permission cannot be limited'),
  'not staff': () => t('Only staff or support can use it'),
}
