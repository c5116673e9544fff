const MARK = /\p{M}/gu

/**
 * "Tõnis" as "tonis": what a person types without looking for the right key. Marks of the text's own go first: to put a
 * long row of them in order takes the square of its length.
 */
export const fold = (text: string): string => text.replace(MARK, '').normalize('NFD').replace(MARK, '').toLowerCase()

/** The words of a search, folded, in any order and each of them wanted. */
export const searchWords = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean)

/** In characters. Nobody searches for more, each letter is compared with all there is, and an address has to hold it. */
export const SEARCH_LENGTH = 200

/** The text as it is searched for: its beginning, with nothing in it that an address cannot hold (half a character). */
export const cutSearch = (text: string): string =>
  [...text.slice(0, 2 * SEARCH_LENGTH)]
    .slice(0, SEARCH_LENGTH)
    .join('')
    .replace(/\p{Cs}/gu, '\ufffd')

/** Whether a part of it is not searched for. */
export const isSearchCut = (text: string): boolean => [...text.slice(0, 2 * SEARCH_LENGTH + 1)].length > SEARCH_LENGTH
