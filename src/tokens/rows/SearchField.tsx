import type { RefObject } from 'react'
import { useId } from 'react'
import { SEARCH_LENGTH } from '../../ui/fold.ts'
import { Icon } from '../../ui/Icon.tsx'
import { t } from '../../ui/i18n.tsx'

interface Props {
  text: string
  onChange: (text: string) => void
  /** Called for the arrow key, which leads to the rows. */
  onDown?: () => void
  field: RefObject<HTMLInputElement | null>
}

/** Searches names, permissions, entities, addresses and the start of secrets. */
export function SearchField({ text, onChange, onDown, field }: Props) {
  const id = useId()
  const isFull = [...text].length >= SEARCH_LENGTH
  return (
    <div className="search">
      <div>
        <Icon of="search" />
        <input
          ref={field}
          type="search"
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && text !== '') onChange('')
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing || !onDown) return
            // The arrow key would also scroll the page.
            event.preventDefault()
            onDown()
          }}
          placeholder={t('Name, permission, place or IP address')}
          aria-label={t('Search tokens')}
          aria-describedby={isFull ? id : undefined}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
        {text !== '' && (
          <button
            type="button"
            className="more"
            aria-label={t('Clear search')}
            onClick={() => {
              onChange('')
              field.current?.focus()
            }}
          >
            <Icon of="clear" />
          </button>
        )}
      </div>
      {isFull && (
        <p className="aside" id={id}>
          {t('Searches are limited to {{count}} characters.', { count: SEARCH_LENGTH })}
        </p>
      )}
    </div>
  )
}
