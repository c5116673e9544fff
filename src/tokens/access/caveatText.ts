import { nameText } from '../../ui/names.ts'
import { ago } from '../../ui/time.ts'
import { listing, t } from '../../ui/words.tsx'
import type { Caveat } from '../rules/caveats.ts'

/** A sentence with places for names, `[[place]]` and `[[places]]`, which are put in afterwards. */
export interface CaveatText {
  text: string
  place?: string
  places?: string
}

/** A caveat in a sentence. @param nowMs the server's time */
export function caveatText(caveat: Caveat, nowMs: number): CaveatText {
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
          when: ago(caveat.role.endsAt, nowMs),
        }),
        place: nameText(caveat.role.name),
      }
  }
}
