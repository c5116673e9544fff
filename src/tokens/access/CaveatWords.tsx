import { listing, Trans, t } from '../../ui/i18n.tsx'
import { nameText } from '../../ui/names.ts'
import { useNow } from '../../ui/now.ts'
import { ago } from '../../ui/time.ts'
import { placeName } from './accessWords.ts'
import type { Caveat } from './caveats.ts'

/** A caveat as a sentence. */
export function CaveatWords({ caveat }: { caveat: Caveat }) {
  const now = useNow()
  const { text, place, places } = wordsOf(caveat, now)
  return (
    <Trans
      text={text}
      place={
        <bdi style={{ fontWeight: 600 }} translate="no">
          {place}
        </bdi>
      }
      places={<bdi translate="no">{places}</bdi>}
    />
  )
}

/** The same key for equal caveats. */
export const caveatKey = (caveat: Caveat): string => JSON.stringify(caveat)

/** The sentence, with placeholders for names, which are inserted later. */
function wordsOf(caveat: Caveat, now: number): { text: string; place?: string; places?: string } {
  switch (caveat.kind) {
    case 'includes':
      return {
        text: t('[[place]] includes [[places]].'),
        place: nameText(caveat.place.name),
        places: listing(caveat.inner.map(({ name }) => nameText(name))),
      }
    case 'inside':
      return {
        text: t('What’s inside [[place]] isn’t fully known, so more may work than is shown.'),
        place: nameText(caveat.place.name),
      }
    case 'sight':
      return {
        text: t(
          'This token may not see the offerings and orders of [[places]]. These permissions work only on those it sees.',
        ),
        places: listing(caveat.providers.map(nameText)),
      }
    case 'unread':
      return { text: t('One of your roles couldn’t be read, so more may work than is shown.') }
    case 'off':
      return {
        text: t('Your role in [[place]] is turned off, but its permissions still work.'),
        place: placeName(caveat.role),
      }
    case 'ended':
      return {
        text: t('Your role in [[place]] ended {{when}}. It counts until Waldur’s next daily cleanup.', {
          when: ago(caveat.role.endsAt, now),
        }),
        place: placeName(caveat.role),
      }
  }
}
