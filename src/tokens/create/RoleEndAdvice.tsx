import Box from '@mui/material/Box'
import { flushSync } from 'react-dom'
import { Advice } from '../../ui/Advice.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { day, instant } from '../../ui/time.ts'
import { placeName } from '../access/accessWords.ts'
import { roleEnd } from '../access/roleEnd.ts'
import { localText } from '../limits/lifetime.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import { usePlan } from './usePlan.ts'

interface Props {
  form: TokenForm
  /** In milliseconds since 1970; NaN while no time is chosen. */
  end: number
}

/** Says what the token loses when a role expires before it, and offers to let the token expire then too. */
export function RoleEndAdvice({ form, end }: Props) {
  const { scopes, places, holder } = usePlan(form.control)
  const words = usePermissionWords()
  const now = useNow()
  const role = holder && roleEnd(scopes, places, holder, now)
  const roles = listing([...new Set(role?.roles.map(placeName))], 2)
  const choose = (at: number) => {
    // The button disappears with its sentence, so the field that it has filled takes the focus.
    flushSync(() => {
      // The field has no seconds, and the token must not outlive the role even by seconds.
      form.setValue('until', localText(at), { shouldDirty: true })
      form.setValue('lifetime', 'custom', { shouldDirty: true })
    })
    form.clearErrors(['until', 'lifetime'])
    form.setFocus('until')
  }
  return (
    <Box role="status" sx={{ mt: 1 }}>
      {role && end > role.at && (
        <Advice severity="warning">
          {role.scopes.length === 1 || role.scopes.length === scopes.length ? (
            <Trans
              text={t(
                'Your role in [[place]] ends {{day}}. All {{count}} then stop working, at the latest a day later.',
                {
                  day: day(role.at),
                  count: role.scopes.length,
                  defaultValue_one:
                    'Your role in [[place]] ends {{day}}. 1 permission then stops working, at the latest a day later.',
                },
              )}
              place={<bdi style={{ fontWeight: 600 }}>{roles}</bdi>}
            />
          ) : (
            t(
              'Your role in {{roles}} ends on {{end}}, before the token expires. At the latest a day later, these stop working: {{permissions}}.',
              {
                roles,
                end: instant(role.at),
                permissions: listing(
                  role.scopes.map((scope) => words(scope).label),
                  4,
                ),
              },
            )
          )}
          <FixButton text={t('Expire with the role')} apply={() => choose(role.at)} />
        </Advice>
      )}
    </Box>
  )
}
