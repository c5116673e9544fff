import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { RequestError } from '../api/errors.ts'
import { ApiError } from '../api/errors.ts'
import { errorText } from './errorText.ts'
import { t } from './i18n.tsx'
import { isUnseen, saidText } from './names.ts'

/**
 * Shows a failed submit where the user can fix it: messages for fields of the form go to those fields (the first takes
 * the focus), all others to `root.server`, shown above the button with `Trans`. No message is dropped.
 * @param fields wire name → form field; a wire name that is missing here has no field
 */
export function showErrors<Values extends FieldValues, Output>(
  form: Pick<UseFormReturn<Values, unknown, Output>, 'setError'>,
  error: RequestError,
  fields: ReadonlyMap<string, FieldPath<Values>>,
): void {
  const problems = error instanceof ApiError && error.status === 400 ? error.problems : []
  const byField = new Map<FieldPath<Values>, string[]>()
  const rest: string[] = []
  for (const { path, text } of problems) {
    const field = path[0] === undefined ? undefined : fields.get(path[0])
    if (field === undefined) rest.push(path.length > 0 ? `${path.join('.')}: ${text}` : text)
    else byField.set(field, [...(byField.get(field) ?? []), text])
  }
  let first = true
  for (const [field, texts] of byField) {
    const said = texts.join(' ')
    const problem = isUnseen(said)
      ? { type: 'custom', message: t('Waldur rejected this without giving a reason.') }
      : { type: 'server', message: saidText(said) }
    form.setError(field, problem, { shouldFocus: first })
    first = false
  }
  const said = rest.map(saidText)
  if (problems.length === 0 || (rest.length > 0 && isUnseen(rest.join('')))) said.push(errorText(error))
  if (said.length > 0) form.setError('root.server', { type: 'server', message: said.join(' ') })
}

/** The language of a field's error: Waldur's own words are in English. */
export const langOf = (error: { type?: unknown } | undefined): 'en' | undefined =>
  error?.type === 'server' ? 'en' : undefined
