import { useInfiniteQuery } from '@tanstack/react-query'
import type { ClipboardEvent } from 'react'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { t } from '../../ui/i18n.tsx'
import { hiddenIn } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { TextInput } from '../../ui/TextInput.tsx'
import { tokenQueries } from '../queries.ts'
import { tokenState } from '../state/expiry.ts'
import type { TokenForm } from './form.ts'
import { joinedLines } from './tokenName.ts'

interface Props {
  form: TokenForm
  /** The name of the token to be replaced, which this one may share. */
  replaced: string | undefined
}

export function NameField({ form, replaced }: Props) {
  const name = useWatch({ control: form.control, name: 'name' })
  const hint = useHint(name.trim(), replaced)
  /** The name after a multi-line paste, until it is changed. */
  const [joined, setJoined] = useState<string | null>(null)
  return (
    <TextInput
      control={form.control}
      name="name"
      label={t('Name')}
      helperText={name === joined ? t('The line breaks in what you pasted became spaces.') : hint}
      autoFocus
      slotProps={{
        htmlInput: {
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
  )
}

/** A hint about an allowed name. Waldur accepts duplicate names, but people mix them up. */
function useHint(name: string, replaced: string | undefined): string {
  const now = useNow()
  // Reads the cached list without sending a request.
  const { data } = useInfiniteQuery({ ...tokenQueries.list(), enabled: false })
  const invisible = hiddenIn(name)
  if (invisible) return t('This name holds a character that cannot be seen ({{code}}).', { code: invisible })
  if (name === replaced) return t('The name of the token that it replaces.')
  const isNamesake = data?.pages.some((page) =>
    page.rows.some((token) => token.name === name && tokenState(token, now) === 'active'),
  )
  return isNamesake
    ? t('Another active token has this name. A different one is easier to tell apart.')
    : t('Say what will use it, for example “deploy-bot”.')
}
