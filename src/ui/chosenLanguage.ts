import type { Language } from './language.ts'

const KEY = 'waldur-tokens.language'

/** What was chosen in this browser, as it was stored: somebody else may have written it. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** For the next time; where the browser forbids storage the choice lasts as long as the page. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Nothing is lost but the memory of a choice.
  }
}
