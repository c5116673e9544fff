const KEY = 'waldur-tokens.language'

/** The language chosen in this browser, as stored. Another script may have written it. */
export function chosenLanguage(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** Remembers the choice. If the browser forbids storage, it lasts until the page closes. */
export function keepLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // Only the memory of a choice is lost.
  }
}
