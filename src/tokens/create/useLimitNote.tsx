import { useFormState } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { useCountedTokens, useLimits } from '../limits/limits.ts'
import type { TokenForm } from './form.ts'
import type { Note } from './Note.tsx'
import { useMakeRoom } from './useMakeRoom.tsx'

/** Warns before submitting that the token limit is, or may be, reached. After a rejection Waldur's message says it. */
export function useLimitNote(form: TokenForm): Note | null {
  const { tokens: most, isTold } = useLimits()
  const { submitCount } = useFormState({ control: form.control })
  const counted = useCountedTokens()
  const { text, fix } = useMakeRoom(() => form.clearErrors('root'))
  if (most === undefined || submitCount > 0 || !counted || counted.length < most) return null
  const count = counted.length
  const sentence = isTold
    ? t('You have {{count}} active tokens, the most this Waldur server allows.', {
        count,
        defaultValue_one: 'You have 1 active token, the most this Waldur server allows.',
      })
    : t(
        'As far as this page knows, Waldur allows at most {{most}} active tokens, and {{count}} of yours count. You can still try.',
        {
          count,
          most,
          defaultValue_one:
            'As far as this page knows, Waldur allows at most {{most}} active tokens, and 1 of yours counts. You can still try.',
        },
      )
  return {
    key: `limit ${count}`,
    severity: 'warning',
    icon: 'rejected',
    text: (
      <>
        {sentence} {text}
      </>
    ),
    fix,
  }
}
