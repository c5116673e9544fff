import { Status } from '../../ui/Status.tsx'
import { useFirstFew } from '../../ui/useFirstFew.tsx'
import type { TokenForm } from './form.ts'
import { NoteLine } from './Note.tsx'
import { useNotes } from './useNotes.tsx'
import { useSettled } from './useSettled.ts'

/** Half a second without a change, so that nothing is announced that is gone at the next click. */
const CALM = 500

/** What to know about the choice, each with a button that fixes it. New ones wait until the user pauses. */
export function Notes({ form }: { form: TokenForm }) {
  const notes = useNotes(form)
  const settled = new Set(useSettled(notes.map(({ key }) => key).join('\n'), CALM).split('\n'))
  // Each place may have one.
  const { shown, more } = useFirstFew(notes.filter(({ key }) => settled.has(key)))
  return (
    <Status className="pane-part">
      {shown.length > 0 && (
        <ul className="pane-notes">
          {shown.map(({ key, ...note }) => (
            <NoteLine key={key} {...note} />
          ))}
          {more && <li>{more}</li>}
        </ul>
      )}
    </Status>
  )
}
