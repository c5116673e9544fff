import OutlinedInput from '@mui/material/OutlinedInput'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ClipboardEvent } from 'react'
import { useId, useState } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { adoptStyles } from '../../ui/adoptStyles.ts'
import { langOf } from '../../ui/formErrors.ts'
import { t } from '../../ui/i18n.tsx'
import { LineIcon } from '../../ui/LineIcon.tsx'
import { hiddenIn, oddBlankIn } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { tokenQueries } from '../queries.ts'
import { tokenState } from '../state/expiry.ts'
import type { TokenForm } from './form.ts'
import { ICONS } from './Note.tsx'
import styles from './nameField.css?inline'
import { joinedLines } from './tokenName.ts'

adoptStyles(styles)

interface Props {
  form: TokenForm
  /** The name of the token to be replaced, which this one may share. */
  replaced: string | undefined
}

/**
 * The name. What is wrong with it, or worth knowing, is in the label's line, so that nothing moves. The text is the
 * browser's, as in `TextInput`: a password manager may fill it without an event.
 */
export function NameField({ form, replaced }: Props) {
  const id = useId()
  const { control } = form
  const name = useWatch({ control, name: 'name' })
  const { error } = control.getFieldState('name', useFormState({ control, name: 'name' }))
  const hint = useHint(name.trim(), replaced)
  /** The name after a multi-line paste, until it is changed. */
  const [joined, setJoined] = useState<string | null>(null)
  const problem = error?.message
  const said = problem ?? (name === joined ? t('Line breaks in the pasted text were replaced with spaces.') : hint)
  const { ref, ...bound } = control.register('name')
  return (
    <>
      <div className="label-line">
        <label htmlFor={id}>{t('Name')}</label>
        <span id={`${id}-said`} lang={langOf(error)} data-problem={problem !== undefined || undefined}>
          {problem !== undefined && <LineIcon d={ICONS.warning} />}
          {said}
        </span>
      </div>
      <OutlinedInput
        {...bound}
        inputRef={ref}
        id={id}
        error={error !== undefined}
        placeholder={t('Name it after what uses it, such as “deploy-bot”.')}
        autoFocus
        fullWidth
        size="small"
        slotProps={{
          input: {
            'aria-describedby': `${id}-said`,
            autoComplete: 'off',
            spellCheck: false,
            dir: 'auto',
            onPaste: (event: ClipboardEvent<HTMLInputElement>) => {
              const line = joinedLines(event.clipboardData.getData('text'))
              if (line === null) return
              event.preventDefault()
              const { value, selectionStart, selectionEnd } = event.currentTarget
              const next = `${value.slice(0, selectionStart ?? 0)}${line}${value.slice(selectionEnd ?? 0)}`
              form.setValue('name', next, { shouldDirty: true, shouldValidate: form.formState.isSubmitted })
              setJoined(next)
            },
          },
        }}
      />
    </>
  )
}

/** A hint about an allowed name; empty for most. Waldur accepts duplicate names, but people mix them up. */
function useHint(name: string, replaced: string | undefined): string {
  const now = useNow()
  // Reads the cached list without sending a request.
  const { data } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  const invisible = hiddenIn(name)
  if (invisible) return t('This name contains an invisible character ({{code}}).', { code: invisible })
  const blank = oddBlankIn(name)
  if (blank) return t('This name contains a blank that isn’t a space ({{code}}).', { code: blank })
  if (name === replaced) return t('Same name as the token it replaces')
  const isNamesake = data?.pages.some((page) =>
    page.rows.some((token) => token.name === name && tokenState(token, now) === 'active'),
  )
  return isNamesake ? t('Another active token has this name. A different name is easier to tell apart.') : ''
}
