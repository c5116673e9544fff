import { useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { listing, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import type { Holder, NamedPlace } from '../access/access.ts'
import { hasEffect } from '../access/access.ts'
import { CaveatWords, caveatKey } from '../access/CaveatWords.tsx'
import { caveatsOf } from '../access/caveats.ts'
import { followsRole } from '../access/follows.ts'
import { noEffectText } from '../access/noEffectText.ts'
import { onlyReads } from '../access/readOnly.ts'
import { staffText } from '../access/staffText.ts'
import { useHolder } from '../access/useHolder.ts'
import { useKeyExposure } from '../apiKey/keyExposure.ts'
import type { Rank } from '../permissions/globals.ts'
import { isGlobal, rejectedGlobals } from '../permissions/globals.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import type { Note } from './Note.tsx'
import { placeFixes } from './placeFixes.ts'
import { useLimitNote } from './useLimitNote.tsx'
import { usePlaceNotes } from './usePlaceNotes.tsx'
import { usePlan } from './usePlan.ts'
import { useRoleEndNote } from './useRoleEndNote.tsx'

/** All that is worth a note about the form, the most serious first. */
export function useNotes(form: TokenForm): Note[] {
  const readOnly = useWatch({ control: form.control, name: 'readOnly' })
  const { scopes, isLimited, chosen, places, holder } = usePlan(form.control)
  const { error, retry } = useHolder()
  const user = useUser()
  const { is_staff: isStaff } = user
  const exposure = useKeyExposure()
  const limit = useLimitNote(form)
  const roleEnd = useRoleEndNote(form)
  const placeNotes = usePlaceNotes(form)
  const caveats = useCaveats(scopes, chosen, holder)
  const inVain = useInVain(form, scopes, isLimited ? [] : null, holder)
  const isReading = onlyReads(scopes)
  const notes: (Note | null | false)[] = [
    ...rejectedViews(form, scopes, user),
    limit,
    exposure === 'exposed' && {
      key: 'key',
      severity: 'warning',
      text: t('This Waldur server gives tokens your sign-in key. Guard their secrets like your password.'),
    },
    roleEnd,
    ...placeNotes,
    inVain,
    ...caveats,
    !holder &&
      error !== null &&
      scopes.length > 0 &&
      !isReading && {
        key: 'unread',
        severity: 'info',
        text: <CaveatWords caveat={{ kind: 'unread' }} />,
        fix: { text: t('Try again'), apply: retry },
      },
    isReading &&
      !readOnly && {
        key: 'reads',
        severity: 'info',
        text: t('Everything you selected follows your role, so this token only reads.'),
        fix: {
          text: t('Use “Read only”'),
          apply: () => {
            form.setFocus('scopes')
            form.setValue('readOnly', true, { shouldDirty: true })
          },
        },
      },
    isReading && isStaff && { key: 'staff reads', severity: 'info', text: staffText('reads') },
    isStaff &&
      !isReading &&
      places !== null &&
      !scopes.some(isGlobal) && { key: 'staff limited', severity: 'info', text: staffText('limited') },
    besideViews(form, scopes, user),
  ]
  return notes
    .filter((note) => note !== null && note !== false)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
}

const SEVERITIES = ['error', 'warning', 'info']

/** Anything unusual about the user's roles. Notes about a place have more to say about it. */
function useCaveats(scopes: readonly string[], places: readonly NamedPlace[] | null, holder: Holder | null): Note[] {
  const now = useNow()
  if (!holder || scopes.length === 0 || onlyReads(scopes)) return []
  return caveatsOf(scopes, places, holder, now)
    .filter(({ kind }) => kind !== 'includes' && kind !== 'inside')
    .map((caveat) => ({ key: caveatKey(caveat), severity: 'info', text: <CaveatWords caveat={caveat} /> }))
}

/** Permissions of an unlimited token that do nothing. @param places null for everywhere, where this is asked */
function useInVain(form: TokenForm, scopes: readonly string[], places: null | [], holder: Holder | null): Note | null {
  const words = usePermissionWords()
  if (!holder || holder.isStaff || places !== null) return null
  const useless = scopes.filter((scope) => !followsRole(scope) && !hasEffect(scope, null, holder))
  if (useless.length === 0) return null
  return {
    key: `in vain ${useless.join()}`,
    severity: 'warning',
    text: noEffectText(
      listing(
        useless.map((scope) => words(scope).label),
        4,
      ),
      useless.length,
    ),
    fix: {
      text: t('Remove them', { count: useless.length, defaultValue_one: 'Remove it' }),
      apply: () => placeFixes(form).removeScopes(useless),
    },
  }
}

/** Global permissions that the user may not give. A link may ask for them, or a token from before a change of rank. */
const rejectedViews = (form: TokenForm, scopes: readonly string[], user: Rank): Note[] =>
  rejectedGlobals(scopes, user).map((scope) => ({
    key: `rejected ${scope}`,
    severity: 'error',
    text:
      scope === 'STAFF.ACCESS'
        ? t('Only staff can create a token with staff-only views.')
        : t('Only staff and support can create a token with support views.'),
    fix: {
      text: t('Remove it'),
      apply: () => placeFixes(form).removeScopes([scope]),
    },
  }))

/** What staff or support views add to a token's other permissions. */
function besideViews(form: TokenForm, scopes: readonly string[], user: Rank): Note | null {
  if (rejectedGlobals(scopes, user).length > 0) return null
  if (scopes.includes('STAFF.ACCESS')) {
    return scopes.length === 1
      ? {
          key: 'staff views alone',
          severity: 'info',
          text: t(
            'It doesn’t let the token act in organizations, projects or resources. Select those permissions too if you need them.',
          ),
        }
      : {
          key: 'staff views',
          severity: 'info',
          text: t(
            'Your other permissions work in all of Waldur without it. Keep it only for settings, roles, statistics and messages.',
          ),
          fix: {
            text: t('Remove staff-only views'),
            apply: () => placeFixes(form).removeScopes(['STAFF.ACCESS']),
          },
        }
  }
  return scopes.includes('SUPPORT.ACCESS')
    ? {
        key: 'support views',
        severity: 'info',
        text: t(
          'You see all organizations, projects and resources without it. Support rights alone change nothing that needs a permission.',
        ),
      }
    : null
}
