import type { MouseEvent } from 'react'
import { useEffect, useState } from 'react'
import type { FieldErrors } from 'react-hook-form'
import { useFormState } from 'react-hook-form'
import type { RequestError } from '../../api/errors.ts'
import { ApiError, asksForPasskey } from '../../api/errors.ts'
import { AlertPlace } from '../../ui/AlertPlace.tsx'
import { ErrorText } from '../../ui/ErrorText.tsx'
import { isEndOfSession, isInWaldursWords } from '../../ui/errorText.ts'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { nameText } from '../../ui/names.ts'
import { PasskeyAsked } from '../issue/PasskeyAsked.tsx'
import { tokensIn, useCountedTokens } from '../limits/limits.ts'
import { isWrongNetwork } from '../networks/fields.ts'
import { isGlobal } from '../permissions/globals.ts'
import type { TokenForm, TokenFormValues } from './form.ts'
import { FixLink, ICONS } from './Note.tsx'
import { useMakeRoom } from './useMakeRoom.tsx'

/** For `aria-describedby`. */
export const PROBLEMS_ID = 'create-problems'

interface Props {
  form: TokenForm
  /** The error of the last request. */
  error: RequestError | null
}

/** Below the sentence: which fields to fix, and Waldur's message about the request as a whole. */
export function Problems({ form, error }: Props) {
  const { errors, submitCount } = useFormState({ control: form.control })
  const fields = wrongFields(errors, form.getValues())
  const counted = useCountedTokens()?.length ?? null
  const room = useMakeRoom(() => form.clearErrors('root'))
  const whole = errors.root?.['server']?.message
  const problems = [whole, ...fields.map(({ label }) => label)].join('\n')
  const hasProblems = problems !== ''
  const isNews = useNews(submitCount, problems)
  // Such as on opening the sheet.
  const [old] = useState(hasProblems ? submitCount : null)
  return (
    <AlertPlace
      attempt={submitCount}
      role={old === submitCount ? 'note' : 'alert'}
      aria-live={isNews || !hasProblems ? 'assertive' : 'off'}
    >
      {hasProblems && (
        <div id={PROBLEMS_ID} className="pane-note" data-severity="error">
          <LineIcon d={ICONS.warning} />
          <div>
            {whole && <Whole error={error}>{whole}</Whole>}
            {whole && error && tokensIn(error, counted) !== undefined && (
              <div>
                {room.text} {room.fix && <FixLink {...room.fix} />}
              </div>
            )}
            {fields.length > 0 && (
              <div>
                <Trans
                  text={t('The token wasn’t created. Check these fields: {{fields}}.', {
                    fields: '[[fields]]',
                    count: fields.length,
                    defaultValue_one: 'The token wasn’t created. Check this field: {{fields}}.',
                  })}
                  fields={<FieldLinks form={form} fields={fields} />}
                />
              </div>
            )}
          </div>
        </div>
      )}
    </AlertPlace>
  )
}

/** Waldur's message about the request, unless we can say it better. */
function Whole({ error, children }: { error: RequestError | null; children: string }) {
  if (asksForPasskey(error)) return <PasskeyAsked />
  if (isEndOfSession(error)) return <div>{t('You’re signed in again. Nothing was created.')}</div>
  if (hasToWait(error))
    return (
      <div>
        <ErrorText error={error} />
      </div>
    )
  return (
    <div lang={error && isInWaldursWords(error) ? 'en' : undefined}>
      <Trans text={children} />
    </div>
  )
}

/** For how long problems count as new: Orca asks whether a region is live only when it gets to it, seconds later. */
const NEWS_MS = 3000

/**
 * Whether the problems are those of a new attempt. What remains of them while the user fixes others isn't announced
 * again, and neither is what is wrong after a change.
 * @param problems in words; empty for none
 */
function useNews(attempt: number, problems: string): boolean {
  const [news, setNews] = useState({ attempt, problems: '' })
  if (problems !== '' && news.attempt !== attempt) setNews({ attempt, problems })
  useEffect(() => {
    if (news.problems === '') return
    const timer = setTimeout(setNews, NEWS_MS, { ...news, problems: '' })
    return () => clearTimeout(timer)
  }, [news])
  return news.problems === problems
}

const hasToWait = (error: RequestError | null): error is ApiError =>
  error instanceof ApiError && error.retryAfter !== null

interface WrongField {
  label: string
  path: Parameters<TokenForm['setFocus']>[0]
}

/** "Name, Permissions and Expiration" */
const FieldLinks = ({ form, fields }: { form: TokenForm; fields: readonly WrongField[] }) =>
  listing(fields.map((_field, index) => `[[${index}]]`))
    .split(/\[\[(\d+)\]\]/)
    .map((piece, index) => {
      const field = index % 2 === 1 ? fields[Number(piece)] : undefined
      return field ? <FieldLink key={field.label} form={form} {...field} /> : piece
    })

function FieldLink({ form, label, path }: WrongField & { form: TokenForm }) {
  const go = (event: MouseEvent) => {
    event.preventDefault()
    form.setFocus(path)
  }
  return (
    <a href={`#${path}`} onClick={go}>
      {label}
    </a>
  )
}

function wrongFields(errors: FieldErrors<TokenFormValues>, { scopes, bindings }: TokenFormValues): WrongField[] {
  const rows = Array.isArray(errors.bindings) ? errors.bindings : []
  const found: (WrongField | false | undefined)[] = [
    errors.name && { label: t('Name'), path: 'name' },
    errors.scopes && { label: t('Permissions'), path: 'scopes' },
    errors.understood && {
      label: scopes.some(isGlobal) ? t('Global permission') : t('Staff rights'),
      path: 'understood',
    },
    errors.reach && { label: t('Where it works'), path: 'reach' },
    ...bindings.map(
      ({ name }, index): WrongField | false =>
        Boolean(rows[index]) && { label: nameText(name), path: `bindings.${index}` },
    ),
    isWrongNetwork(errors) && { label: t('Allowed IP addresses'), path: 'source' },
    (errors.lifetime ?? errors.until) && { label: t('Expiration'), path: errors.until ? 'until' : 'lifetime' },
  ]
  return found.filter((field) => field !== undefined && field !== false)
}
