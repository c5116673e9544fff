import type { MouseEvent, ReactNode } from 'react'
import { Fragment } from 'react'
import { useFormState } from 'react-hook-form'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { listing, Trans, t } from '../../ui/i18n.tsx'
import { summary } from '../summary/summary.ts'
import type { TokenForm } from './form.ts'
import styles from './say.css?inline'
import { useSummaryInput } from './useSummaryInput.ts'

adoptStyles(styles)

/** For `aria-describedby`. */
export const SUMMARY_ID = 'create-summary'

type Field = 'name' | 'scopes' | 'reach' | 'source' | 'lifetime'

/** What the token will be able to do, in a sentence. Its parts lead to their fields; what is missing is a gap. */
export function FormSummary({ form }: { form: TokenForm }) {
  const { errors } = useFormState({ control: form.control })
  const sentences = summary(useSummaryInput(form.control), 'will')
  const gaps = sentences.slice(0, 1).flatMap(({ text, parts }) => {
    const isGap = (part: keyof typeof parts) => text.includes(`[[${part}]]`) && parts[part] === ''
    return (['name', 'permissions', 'entities', 'end'] as const).filter(isGap)
  })
  const link = (part: keyof typeof GAPS, field: Field, said: string) => (
    <Part form={form} to={field} gap={said !== '' ? undefined : part === gaps[0] ? 'next' : 'later'}>
      <Trans text={said === '' ? GAPS[part]() : said} />
    </Part>
  )
  const isWhole = gaps.length === 0
  return (
    <p className="say" id={isWhole ? SUMMARY_ID : undefined}>
      {/* Without the look of the gaps, the sentence makes no sense. After an attempt, `Problems` has named them. */}
      {!isWhole && Object.keys(errors).length === 0 && (
        <span id={SUMMARY_ID} hidden>
          {t('Missing: {{fields}}.', { fields: listing(gaps.map((part) => FIELDS[part]())) })}
        </span>
      )}
      {sentences.map(({ text, parts, isOnNetworks }, index) => (
        <Fragment key={text}>
          {index > 0 && ' '}
          {isOnNetworks ? (
            <Part form={form} to="source" isSentence>
              {text}
            </Part>
          ) : (
            <Trans
              text={text}
              name={link('name', 'name', parts.name)}
              permissions={link('permissions', 'scopes', parts.permissions)}
              entities={link('entities', 'reach', parts.entities)}
              others={link('entities', 'reach', parts.others)}
              end={link('end', 'lifetime', parts.end)}
            />
          )}
        </Fragment>
      ))}
    </p>
  )
}

/** What a part is called while it is missing. */
const GAPS = {
  name: () => t('name'),
  permissions: () => t('permissions'),
  entities: () => t('add a place'),
  end: () => t('date and time'),
}

/** The names of their fields. */
const FIELDS = {
  name: () => t('Name'),
  permissions: () => t('Permissions'),
  entities: () => t('Where it works'),
  end: () => t('Expiration'),
}

interface PartProps {
  form: TokenForm
  to: Field
  /** The part is missing; `next` marks the first that is. */
  gap?: 'next' | 'later' | undefined
  /** Not only a part of one. */
  isSentence?: boolean
  children: ReactNode
}

function Part({ form, to, gap, isSentence = false, children }: PartProps) {
  const go = (event: MouseEvent) => {
    event.preventDefault()
    form.setFocus(to)
  }
  return (
    <a href={`#${to}`} data-gap={gap} data-part={isSentence ? 'sentence' : to} onClick={go}>
      <bdi translate={(to === 'name' || to === 'reach') && gap === undefined ? 'no' : undefined}>{children}</bdi>
    </a>
  )
}
