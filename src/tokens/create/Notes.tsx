import { useState } from 'react'
import { number, t } from '../../ui/i18n.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import type { TokenForm } from './form.ts'
import { NoteLine } from './Note.tsx'
import { useNotes } from './useNotes.tsx'
import { useSettled } from './useSettled.ts'

/** Half a second without a change, so that nothing is announced that is gone at the next click. */
const CALM = 500
/** More are folded: each place may have one. */
const AT_FIRST = 3

/** What to know about the choice, each with a button that fixes it. New ones wait until the user pauses. */
export function Notes({ form }: { form: TokenForm }) {
  const notes = useNotes(form)
  const settled = new Set(useSettled(notes.map(({ key }) => key).join('\n'), CALM).split('\n'))
  const shown = notes.filter(({ key }) => settled.has(key))
  const [isWhole, setIsWhole] = useState(false)
  const isLong = shown.length > AT_FIRST + 1
  return (
    // Rendered from the start so that screen readers announce what appears in it.
    <div role="status" className="pane-part">
      {shown.length > 0 && (
        <ul className="pane-notes">
          {(isLong && !isWhole ? shown.slice(0, AT_FIRST) : shown).map(({ key, ...note }) => (
            <NoteLine key={key} {...note} />
          ))}
          {isLong && (
            <li>
              <LinkButton aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
                {isWhole ? t('Show fewer') : t('Show all {{shown}}', { shown: number(shown.length) })}
              </LinkButton>
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
