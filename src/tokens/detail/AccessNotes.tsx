import { useNow } from '../../ui/now.ts'
import type { Holder, NamedPlace } from '../access/access.ts'
import { CaveatWords, caveatKey } from '../access/CaveatWords.tsx'
import { caveatsOf } from '../access/caveats.ts'

interface Props {
  scopes: readonly string[]
  places: readonly NamedPlace[] | null
  holder: Holder
}

/** Notes on the table above. */
export function AccessNotes({ scopes, places, holder }: Props) {
  const caveats = caveatsOf(scopes, places, holder, useNow())
  if (caveats.length === 0) return null
  return (
    <ul className="card-part card-foot">
      {caveats.map((caveat) => (
        <li key={caveatKey(caveat)}>
          <CaveatWords caveat={caveat} />
        </li>
      ))}
    </ul>
  )
}
