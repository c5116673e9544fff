import { storageOf } from '../api/storage.ts'
import type { Language } from './language.ts'

const KEY = 'waldur-tokens.language'

/** What was chosen in this browser, as it was stored: somebody else may have written it. */
export function chosenLanguage(): string | null {
  return storageOf('localStorage')?.getItem(KEY) ?? null
}

/** For the next time; where the browser forbids storage the choice lasts as long as the page. */
export function keepLanguage(language: Language): void {
  try {
    storageOf('localStorage')?.setItem(KEY, language)
  } catch {
    // Full: nothing is lost but the memory of a choice.
  }
}
