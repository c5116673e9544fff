import Search from '@mui/icons-material/Search'
import InputAdornment from '@mui/material/InputAdornment'
import type { Ref } from 'react'
import { t } from '../../ui/i18n.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PastedScopes } from './pastedScopes.ts'
import { pastedScopes, withoutPastedSecrets } from './pastedScopes.ts'

interface Props {
  /** All permissions that can be chosen. */
  values: readonly string[]
  search: string
  inputRef: Ref<HTMLInputElement>
  isWrong: boolean
  /** The id of the error about the choice, while there is one. */
  describedBy: string | undefined
  onBlur: () => void
  onSearch: (text: string) => void
  onPaste: (pasted: PastedScopes) => void
  /** A secret was about to be entered into the search, and was kept out. */
  onSecret: () => void
}

/** Searches names and values. A pasted list is added instead of searched for. */
export function PermissionSearch(props: Props) {
  const { values, search, inputRef, isWrong, describedBy, onBlur, onSearch, onPaste, onSecret } = props
  return (
    <TextField
      fullWidth
      type="search"
      value={search}
      onChange={({ target }) => {
        const rest = withoutPastedSecrets(target.value)
        if (rest !== target.value) onSecret()
        onSearch(rest)
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text')
        const pasted = pastedScopes(text, values)
        const rest = withoutPastedSecrets(text)
        if (!pasted && rest === text) return
        event.preventDefault()
        if (pasted) onPaste(pasted)
        else {
          onSearch(rest)
          onSecret()
        }
      }}
      placeholder={t('Name, value or pasted list')}
      onBlur={onBlur}
      onKeyDown={(event) => {
        // Enter would submit the form, and Escape would close it.
        if (event.key === 'Enter') event.preventDefault()
        if (event.key !== 'Escape' || search === '') return
        event.stopPropagation()
        onSearch('')
      }}
      inputRef={inputRef}
      error={isWrong}
      slotProps={{
        htmlInput: { 'aria-label': t('Search permissions'), 'aria-describedby': describedBy, autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
