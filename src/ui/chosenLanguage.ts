import { storageOf } from '../api/storage.ts'

const KEY = 'waldur-tokens.language'

/** The language chosen in this browser, as stored. Another script may have written it. */
export const chosenLanguage = (): string | null => storageOf('localStorage')?.getItem(KEY) ?? null

/** Remembers the choice. If the browser forbids storage, it lasts until the page closes. */
export function keepLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Only the memory of a choice is lost.
  }
}
