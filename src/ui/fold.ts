/** What is not typed: marks, and characters without a shape, such as soft hyphens. */
const UNTYPED = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu

/** How people type letters and signs that Unicode doesn't split into plainer ones. “col·lecció” loses its dot. */
const TYPED = new Map(
  `bɓƀ dđðɖɗ eəǝɛ fƒ gǥɠɣ hħ iıɨɩ kƙĸ lł nŋɲ oøɔɵ tŧ uʉʊ vʋ yƴ zƶʒ σς '’‘ʼʻ -‐–—− "“”„‟«»`
    .split(' ')
    .flatMap(([typed = '', ...signs]) => signs.map((sign) => [sign, typed] as const))
    .concat([
      ['ß', 'ss'],
      ['æ', 'ae'],
      ['œ', 'oe'],
      ['þ', 'th'],
      ['·', ''],
    ]),
)
const SIGNS = new RegExp(`[${[...TYPED.keys()].join('')}]`, 'g')

/**
 * "Tõnis" as "tonis" and "Łódź" as "lodz": as people type without looking for the right key. The text's own combining
 * marks are removed first, because sorting a long run of them takes quadratic time.
 */
export const fold = (text: string): string =>
  /^\p{ASCII}*$/u.test(text)
    ? text.toLowerCase()
    : text
        .replace(UNTYPED, '')
        .normalize('NFKD')
        .replace(UNTYPED, '')
        .toLowerCase()
        .replace(SIGNS, (sign) => TYPED.get(sign) ?? sign)

/** The words of a search, folded. A match needs all of them, in any order. */
export const searchWords = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean)

/** In characters. No one types a longer search, it is compared with every token, and it has to fit in a URL. */
export const SEARCH_LENGTH = 200

/** The part of the text that is searched for, without anything a URL cannot hold (half a character). */
export const cutSearch = (text: string): string =>
  [...text.slice(0, 2 * SEARCH_LENGTH)]
    .slice(0, SEARCH_LENGTH)
    .join('')
    .replace(/\p{Cs}/gu, '\ufffd')

/** Whether the text is longer than what is searched for. */
export const isSearchCut = (text: string): boolean => [...text.slice(0, 2 * SEARCH_LENGTH + 1)].length > SEARCH_LENGTH
