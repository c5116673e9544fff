import Clear from '@mui/icons-material/Clear'
import Search from '@mui/icons-material/Search'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import type { RefObject } from 'react'
import { SEARCH_LENGTH } from '../../ui/fold.ts'
import { t } from '../../ui/words.tsx'

interface Props {
  text: string
  onChange: (text: string) => void
  field: RefObject<HTMLInputElement | null>
}

/** Finds by name, permission, entity, address and the beginning of a secret. */
export function SearchField({ text, onChange, field }: Props) {
  return (
    <TextField
      inputRef={field}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') onChange('')
      }}
      placeholder={t('Name, permission, entity or address')}
      helperText={
        [...text].length >= SEARCH_LENGTH && t('A search has {{count}} characters at most.', { count: SEARCH_LENGTH })
      }
      sx={{ flex: '1 1 260px', maxWidth: 420 }}
      slotProps={{
        htmlInput: { 'aria-label': t('Search tokens'), autoComplete: 'off', spellCheck: false, enterKeyHint: 'search' },
        input: {
          sx: { bgcolor: 'background.paper' },
          startAdornment: (
            <InputAdornment position="start">
              <Search fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: text !== '' && (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                aria-label={t('Clear the search')}
                onClick={() => {
                  onChange('')
                  field.current?.focus()
                }}
              >
                <Clear fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
