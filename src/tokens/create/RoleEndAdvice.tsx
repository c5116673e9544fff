import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { UseFormReturn } from 'react-hook-form'
import { nameText } from '../../ui/names.ts'
import { day, instant } from '../../ui/time.ts'
import { listing, t } from '../../ui/words.tsx'
import { usePermissionWords } from '../permissions.ts'
import { localText } from '../rules/lifetime.ts'
import { roleEnd } from '../rules/roleEnd.ts'
import type { NewToken } from '../schema.ts'
import type { TokenFormValues } from './form.ts'
import { usePlan } from './usePlan.ts'

interface Props {
  form: UseFormReturn<TokenFormValues, unknown, NewToken>
  /** In milliseconds since 1970; NaN while no moment is chosen. */
  end: number
}

/** Offers to let the token end with the role that carries it, and says what a token loses that outlives it. */
export function RoleEndAdvice({ form, end }: Props) {
  const { scopes, places, holder } = usePlan(form.control)
  const words = usePermissionWords()
  const role = holder && roleEnd(scopes, places, holder)
  if (!role) return null
  const roles = listing([...new Set(role.roles.map(({ name }) => nameText(name)))], 2)
  // The field knows minutes, and a token must not outlive the role by seconds.
  const until = localText(role.at)
  const outlives = end > role.at
  const choose = () => {
    form.setValue('until', until, { shouldDirty: true })
    form.setValue('lifetime', 'custom', { shouldDirty: true })
    form.clearErrors(['until', 'lifetime'])
  }
  return (
    <Box sx={{ mt: 1 }}>
      <Button size="small" onClick={choose} sx={{ ml: -0.75 }}>
        {t('End with your role in {{roles}}, {{day}}', { roles, day: day(role.at) })}
      </Button>
      <Box role="status">
        {outlives && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {t(
              'Your role in {{roles}} ends {{end}}, before the token. From then on these stop working: {{permissions}}.',
              {
                roles,
                end: instant(role.at),
                permissions: listing(
                  role.scopes.map((scope) => words(scope).label),
                  4,
                ),
              },
            )}
          </Alert>
        )}
      </Box>
    </Box>
  )
}
