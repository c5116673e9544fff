import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useWatch } from 'react-hook-form'
import { useUser } from '../../auth/user.ts'
import { Advice } from '../../ui/Advice.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { FixButton } from '../../ui/FixButton.tsx'
import { listing, t } from '../../ui/i18n.tsx'
import { useNow } from '../../ui/now.ts'
import { AccessTable } from '../access/AccessTable.tsx'
import type { Holder, NamedPlace } from '../access/access.ts'
import { hasEffect, worksSomewhere } from '../access/access.ts'
import { CaveatWords, caveatKey } from '../access/CaveatWords.tsx'
import { caveatsOf } from '../access/caveats.ts'
import { followsRole } from '../access/follows.ts'
import { onlyReads } from '../access/readOnly.ts'
import { staffText } from '../access/staffText.ts'
import { useHolder } from '../access/useHolder.ts'
import { isGlobal } from '../permissions/globals.ts'
import { usePermissionWords } from '../permissions/usePermissionWords.ts'
import type { TokenForm } from './form.ts'
import { ReadsWhat } from './ReadsWhat.tsx'
import { usePlan } from './usePlan.ts'

/**
 * Which of the chosen permissions work in the chosen places, and the whole table on request. Advice that blocks
 * nothing.
 */
export function EffectPreview({ form }: { form: TokenForm }) {
  const readOnly = useWatch({ control: form.control, name: 'readOnly' })
  const { scopes, places, holder } = usePlan(form.control)
  const { error, retry } = useHolder()
  const { is_staff: isStaff } = useUser()
  if (scopes.length === 0) return null
  const isReading = onlyReads(scopes)
  return (
    <Stack spacing={1} sx={{ mt: 2 }}>
      {readOnly && <ReadsWhat places={places} />}
      <Stack role="status" spacing={1}>
        {isReading && !readOnly && <OnlyReads form={form} />}
        {isReading && isStaff && <Advice>{staffText('reads')}</Advice>}
        {isStaff && !isReading && places !== null && !scopes.some(isGlobal) && <Advice>{staffText('limited')}</Advice>}
        {holder && !isReading && <RoleAdvice scopes={scopes} places={places} holder={holder} />}
        {!holder && error && !isReading && (
          <Advice>
            <CaveatWords caveat={{ kind: 'unread' }} />
            <FixButton text={t('Try again')} apply={retry} />
          </Advice>
        )}
      </Stack>
      {holder && !readOnly && <Effect scopes={scopes} places={places} holder={holder} />}
    </Stack>
  )
}

function OnlyReads({ form }: { form: TokenForm }) {
  return (
    <Advice>
      {t('Everything you selected follows your role, so this token only reads.')}
      <FixButton
        text={t('Use “Read only”')}
        apply={() => {
          form.setFocus('scopes')
          form.setValue('readOnly', true, { shouldDirty: true })
        }}
      />
    </Advice>
  )
}

interface Props {
  scopes: readonly string[]
  places: readonly NamedPlace[] | null
  holder: Holder
}

/** Anything unusual about the user's roles. Each place's row has its own advice. */
function RoleAdvice({ scopes, places, holder }: Props) {
  const caveats = caveatsOf(scopes, places, holder, useNow())
  return caveats
    .filter(({ kind }) => kind !== 'includes' && kind !== 'inside')
    .map((caveat) => (
      <Advice key={caveatKey(caveat)}>
        <CaveatWords caveat={caveat} />
      </Advice>
    ))
}

function Effect({ scopes, places, holder }: Props) {
  const words = usePermissionWords()
  const withoutEffect = scopes.filter((scope) => !followsRole(scope) && !hasEffect(scope, places, holder))
  const permissions = listing(
    withoutEffect.map((scope) => words(scope).label),
    4,
  )
  const effect =
    withoutEffect.length === 0
      ? scopes.every((scope) => !isGlobal(scope) && worksSomewhere(scope, places, holder)) &&
        t('With your current roles, every selected permission has an effect.')
      : // Each place's row says it.
        places === null && t('With your current roles, these have no effect: {{permissions}}.', { permissions })
  return (
    <Box>
      {/* Staff need no role, so the sentence would mean nothing. */}
      {!holder.isStaff && effect && (
        <Typography
          role="status"
          variant="body2"
          sx={{ color: withoutEffect.length > 0 ? 'warning.main' : 'text.secondary' }}
        >
          {effect}
        </Typography>
      )}
      <Box sx={{ mt: 0.5 }}>
        <Disclosure label={t('Where each permission works')}>
          <AccessTable scopes={scopes} places={places} holder={holder} />
        </Disclosure>
      </Box>
    </Box>
  )
}
