import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { useFormState } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, asksForPasskey } from '../../api/errors.ts'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { listing, t } from '../../ui/i18n.tsx'
import { takeFocus } from '../../ui/useInitialFocus.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { tokensIn, useCountedTokens } from '../limits/limits.ts'
import { isWrongNetwork } from '../networks/fields.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { TokenForm, TokenFormValues } from './form.ts'
import { useLimitHint } from './TokenLimit.tsx'

interface Props {
  form: TokenForm
  /** The error of the last request. */
  error: RequestError | null
}

/** Above the button: which fields to fix, and Waldur's message about the request as a whole. */
export function Problems({ form, error }: Props) {
  const { errors, submitCount } = useFormState({ control: form.control })
  const fields = wrongFields(errors, form.getValues('scopes'))
  const counted = useCountedTokens()?.length ?? null
  const limitHint = useLimitHint()
  const whole = errors.root?.['server']?.message
  return (
    // Remounted at each attempt, so that the same text is announced again.
    <Box key={submitCount}>
      {(whole || fields.length > 0) && (
        <ProblemAlert focused={fields.length === 0}>
          {whole && <Whole error={error}>{whole}</Whole>}
          {whole && error && tokensIn(error, counted) !== undefined && <Box>{limitHint}</Box>}
          {fields.length > 0 && (
            <Box>{t('Not created yet. Please check: {{fields}}.', { fields: listing(fields) })}</Box>
          )}
        </ProblemAlert>
      )}
    </Box>
  )
}

/** Waldur's message about the request, unless we can say it better. */
function Whole({ error, children }: { error: RequestError | null; children: string }) {
  if (asksForPasskey(error)) return <PasskeyAsked />
  return <Box>{hasToWait(error) ? <ErrorText error={error} /> : children}</Box>
}

/** @param focused whether the alert takes the focus, because no field does; while the user fixes fields it does not */
function ProblemAlert({ focused, children }: { focused: boolean; children: ReactNode }) {
  const [ref] = useState(() => (focused ? takeFocus : keepFocusInSight))
  return (
    <Alert severity="error" tabIndex={-1} ref={ref} sx={{ mt: 1.5, outline: 'none' }}>
      {children}
    </Alert>
  )
}

/** The alert takes space from the form above, where the invalid field has just been focused. */
const keepFocusInSight = (alert: HTMLElement | null) => {
  if (alert) document.activeElement?.scrollIntoView({ block: 'nearest' })
}

const hasToWait = (error: RequestError | null): error is ApiError =>
  error instanceof ApiError && error.retryAfter !== null

function wrongFields(errors: FieldErrors<TokenFormValues>, scopes: readonly string[]): string[] {
  const rows = Array.isArray(errors.bindings) ? errors.bindings : []
  return [
    errors.name && t('Name'),
    errors.scopes && t('Permissions'),
    errors.understood && (scopes.some(isGlobal) ? t('Global permission') : t('Staff rights')),
    errors.reach && t('Where it works'),
    ...rows.map((row, index) => row && t('Place {{number}}', { number: index + 1 })),
    isWrongNetwork(errors) && t('Allowed IP addresses'),
    (errors.lifetime ?? errors.until) && t('Expiration'),
  ].filter((field) => typeof field === 'string')
}
