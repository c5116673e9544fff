/** "Tõnis" as "tonis": what a person types without looking for the right key. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** The words of a search, folded, in any order and each of them wanted. */
export const searchWords = (search: string): string[] => fold(search).split(/\s+/).filter(Boolean)
