import { nameText } from '../../ui/names.ts'
import { listing, t } from '../../ui/words.tsx'
import type { Access } from '../rules/access.ts'

/** More places than these are counted. */
const MOST = 2

/** A verdict in a table's cell, and the same as a whole statement, for those who do not see its neighbours. */
export interface AccessWords {
  cell: string
  aria: string
}

/** What a permission comes to in a place, in words. */
export function accessWords(access: Access): AccessWords {
  switch (access.kind) {
    case 'works':
      return { cell: t('works'), aria: t('Works here') }
    case 'inside':
      return insideWords([...new Set(access.through.map(({ name }) => nameText(name)))])
    case 'follows':
      return { cell: t('follows your role'), aria: t('Follows your role. The token makes no difference.') }
    case 'not asked':
      return { cell: t('not asked here'), aria: t('Waldur doesn’t ask for this on this type of place') }
    case 'unknown':
      return { cell: t('not known'), aria: t('Not known whether this works') }
    case 'above':
      return {
        cell: t('role above'),
        aria: t('Reads only. Your role is above it, in {{above}}.', {
          above: listing([...new Set(access.through.map(({ name }) => nameText(name)))], MOST),
        }),
      }
    case 'not yours':
      return { cell: t('not yours'), aria: t('Not in your current roles') }
    case 'gone':
      return { cell: t('deleted'), aria: t('This place was deleted') }
    case 'staff only':
      return { cell: t('staff only'), aria: t('Only staff can use this') }
  }
}

function insideWords(names: string[]): AccessWords {
  const places = listing(names, MOST)
  const cell =
    names.length > MOST ? t('in {{count}} places inside', { count: names.length }) : t('in {{places}}', { places })
  return { cell, aria: t('Works only inside it: {{places}}', { places }) }
}
