import Box from '@mui/material/Box'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import { listing, t, Words } from '../../ui/words.tsx'
import type { Holder, NamedPlace } from '../rules/access.ts'
import type { Caveat } from '../rules/caveats.ts'
import { caveatsOf } from '../rules/caveats.ts'

interface Props {
  scopes: readonly string[]
  places: readonly NamedPlace[] | null
  holder: Holder
}

/** What has to be said to the table above. */
export function AccessNotes({ scopes, places, holder }: Props) {
  const now = useNow()
  const caveats = caveatsOf(scopes, places, holder, now)
  if (caveats.length === 0) return null
  return (
    <Box component="ul" sx={{ m: 0, mt: 1.5, pl: 2.5, fontSize: '0.875rem', '& > li + li': { mt: 0.25 } }}>
      {caveats.map((caveat) => {
        const { text, place, places } = noteOf(caveat, now)
        return (
          <li key={`${text} ${place}`}>
            <Words text={text} place={<bdi style={{ fontWeight: 600 }}>{place}</bdi>} places={<bdi>{places}</bdi>} />
          </li>
        )
      })}
    </Box>
  )
}

/** With places for names, which are put in afterwards. */
function noteOf(caveat: Caveat, now: number): { text: string; place?: string; places?: string } {
  switch (caveat.kind) {
    case 'includes':
      return {
        text: t('[[place]] includes {{places}}.', { places: '[[places]]' }),
        place: nameText(caveat.place.name),
        places: listing(caveat.inner.map(({ name }) => nameText(name))),
      }
    case 'inside':
      return {
        text: t('What’s inside [[place]] isn’t fully known, so more may work than is shown.'),
        place: nameText(caveat.place.name),
      }
    case 'unread':
      return { text: t('One of your roles couldn’t be read, so more may work than is shown.') }
    case 'off':
      return {
        text: t('Your role in [[place]] is turned off, but its permissions still work.'),
        place: nameText(caveat.role.name),
      }
    case 'ended':
      return {
        text: t('Your role in [[place]] ended {{when}}. It counts until Waldur’s next daily cleanup.', {
          when: ago(caveat.role.endsAt, now),
        }),
        place: nameText(caveat.role.name),
      }
  }
}
