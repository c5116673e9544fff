import { flushSync } from 'react-dom'
import { useWatch } from 'react-hook-form'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { day, instant } from '../../ui/time.ts'
import { placeName } from '../access/accessWords.ts'
import { roleEnd } from '../access/roleEnd.ts'
import { endOf, localText } from '../limits/lifetime.ts'
import { useMaxDays } from '../limits/limits.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import type { Note } from './Note.tsx'
import { usePlan } from './usePlan.ts'

/** What the token loses when a role expires before it. The fix lets the token expire then too. */
export function useRoleEndNote(form: TokenForm): Note | null {
  const { scopes, places, holder } = usePlan(form.control)
  const [lifetime, until] = useWatch({ control: form.control, name: ['lifetime', 'until'] })
  const words = usePermissionWords()
  const now = useNow()
  const end = endOf(lifetime, until, now, useMaxDays())
  const role = holder && roleEnd(scopes, places, holder, now)
  if (!role || !(end > role.at)) return null
  const roles = listing([...new Set(role.roles.map(placeName))], 2)
  const choose = () => {
    // The button disappears with its sentence, so the field that it has filled takes the focus.
    flushSync(() => {
      // The field has no seconds, and the token must not outlive the role even by seconds.
      form.setValue('until', localText(role.at), { shouldDirty: true })
      form.setValue('lifetime', 'custom', { shouldDirty: true })
    })
    form.clearErrors(['until', 'lifetime'])
    form.setFocus('until')
  }
  return {
    key: `role end ${role.at} ${role.scopes.join()}`,
    severity: 'warning',
    icon: 'time',
    text:
      role.scopes.length === 1 || role.scopes.length === scopes.length ? (
        <Trans
          text={t('Your role in [[place]] ends {{day}}. All {{count}} then stop working, at the latest a day later.', {
            day: day(role.at),
            count: role.scopes.length,
            defaultValue_one:
              'Your role in [[place]] ends {{day}}. 1 permission then stops working, at the latest a day later.',
          })}
          place={
            <b>
              <bdi translate="no">{roles}</bdi>
            </b>
          }
        />
      ) : (
        <Trans
          text={t(
            'Your role in [[roles]] ends on {{end}}, before the token expires. At the latest a day later, these stop working: {{permissions}}.',
            {
              roles,
              end: instant(role.at),
              permissions: listing(
                role.scopes.map((scope) => words(scope).label),
                4,
              ),
            },
          )}
        />
      ),
    fix: { text: t('Expire with the role'), apply: choose },
  }
}
