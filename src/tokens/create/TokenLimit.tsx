import Alert from '@mui/material/Alert'
import { useFormState } from 'react-hook-form'
import { listing, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { useCountedTokens, useLimits } from '../limits/limits.ts'
import { tokenState } from '../state/expiry.ts'
import type { TokenForm } from './form.ts'

/** Warns before submitting that the token limit is, or may be, reached. After a refusal Waldur's message says it. */
export function TokenLimit({ form }: { form: TokenForm }) {
  const { tokens: most, isTold } = useLimits()
  const { submitCount } = useFormState({ control: form.control })
  const counted = useCountedTokens()
  const hint = useLimitHint()
  if (most === undefined || submitCount > 0 || !counted || counted.length < most) return null
  const count = counted.length
  return (
    <Alert severity="warning">
      {isTold
        ? t('You have {{count}} active tokens, and this Waldur allows no more.', { count })
        : t(
            'As far as this page knows, Waldur allows at most {{most}} active tokens, and {{count}} of yours count. You can still try.',
            {
              count,
              most,
              defaultValue_one:
                'As far as this page knows, Waldur allows at most {{most}} active tokens, and 1 of yours counts. You can still try.',
            },
          )}{' '}
      {hint}
    </Alert>
  )
}

/**
 * "You have 7 active tokens.", counted like the list, or out of the limit if Waldur has told it. Nothing until the list
 * is loaded.
 */
export function TokenCount() {
  const now = useNow()
  const { tokens: most, isTold } = useLimits()
  const counted = useCountedTokens() ?? []
  if (counted.length === 0) return null
  if (most !== undefined && isTold) {
    return t('You have {{count}} of at most {{most}} active tokens; expired ones count until Waldur cleans them up.', {
      count: counted.length,
      most,
    })
  }
  // The warning above says another number, which includes expired ones.
  if (most !== undefined && counted.length >= most) return null
  const count = counted.filter((token) => tokenState(token, now) === 'active').length
  return t('You have {{count}} active tokens.', { count, defaultValue_one: 'You have one active token.' })
}

/** Which tokens to revoke when there are too many, by name once the list is loaded. */
export function useLimitHint(): string {
  const now = useNow()
  const expired = (useCountedTokens() ?? []).filter((token) => tokenState(token, now) === 'expired')
  return expired.length === 0
    ? t('Revoke a token that you no longer need.')
    : t('Expired tokens count until Waldur has cleaned them up. Revoke these first: {{names}}.', {
        names: listing(
          expired.map((token) => nameText(token.name)),
          5,
        ),
      })
}
