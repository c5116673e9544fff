import { store, stored } from '../api/storage.ts'

const KEY = 'waldur-tokens.language'

/** The language chosen in this browser, as stored. Another script may have written it. */
export const chosenLanguage = (): string | null => stored('localStorage', KEY)

/** Remembers the choice. If the browser forbids storage, it lasts until the page closes. */
export const keepLanguage = (language: string): boolean => store('localStorage', KEY, language)
