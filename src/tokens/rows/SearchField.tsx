import Clear from '@mui/icons-material/Clear'
import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import IconButton from '@mui/material/IconButton'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { RefObject } from 'react'
import { useId } from 'react'
import { SEARCH_LENGTH } from '../../ui/fold.ts'
import { t } from '../../ui/words.tsx'

interface Props {
  text: string
  onChange: (text: string) => void
  field: RefObject<HTMLInputElement | null>
}

/**
 * Finds by name, permission, entity, address and the beginning of a secret. Without the label that a `TextField` could
 * have, and without the selects and text areas it brings along for the list to wait for.
 */
export function SearchField({ text, onChange, field }: Props) {
  const id = useId()
  const isFull = [...text].length >= SEARCH_LENGTH
  return (
    <Box sx={{ flex: '1 1 260px', maxWidth: 420 }}>
      <OutlinedInput
        fullWidth
        size="small"
        inputRef={field}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') onChange('')
        }}
        placeholder={t('Name, permission, entity or address')}
        sx={{ bgcolor: 'background.paper' }}
        slotProps={{
          input: {
            'aria-label': t('Search tokens'),
            'aria-describedby': isFull ? id : undefined,
            autoComplete: 'off',
            spellCheck: false,
            enterKeyHint: 'search',
          },
        }}
        startAdornment={
          <InputAdornment position="start">
            <Search fontSize="small" />
          </InputAdornment>
        }
        endAdornment={
          text !== '' && (
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
          )
        }
      />
      {isFull && (
        <FormHelperText id={id}>
          {t('A search has {{count}} characters at most.', { count: SEARCH_LENGTH })}
        </FormHelperText>
      )}
    </Box>
  )
}
