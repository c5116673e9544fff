import Box from '@mui/material/Box'
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
    <Box component="ul" sx={{ m: 0, mt: 1.5, pl: 2.5, fontSize: '0.875rem', '& > li + li': { mt: 0.25 } }}>
      {caveats.map((caveat) => (
        <li key={caveatKey(caveat)}>
          <CaveatWords caveat={caveat} />
        </li>
      ))}
    </Box>
  )
}
