/** Each language in its own name, so that its speakers recognise it. docs/languages.md says how to add one. */
export const LANGUAGES = { en: 'English', et: 'Eesti', de: 'Deutsch' } as const

export type Language = keyof typeof LANGUAGES

interface Wishes {
  /** The choice made on this page, stored in the browser. */
  chosen: string | null
  /** HomePort's language in this browser, if the deployment shares its sign-in. */
  shared: string | null
  /** The user's language in Waldur (waldur-api, section 1.7): a tag, an empty text or nothing. */
  preferred: string | null
  /** The browser's languages, the preferred one first. */
  browser: readonly string[]
}

/**
 * The language to use: the choice made here, then HomePort's, then Waldur's, then the first of the browser's that we
 * have, else English. HomePort comes before Waldur's setting, because it is what the user reads in the next tab.
 * Regions in tags ("de-AT", "et_EE") are ignored, because there is one German for all.
 */
export function languageFor({ chosen, shared, preferred, browser }: Wishes): Language {
  for (const tag of [chosen, shared, preferred, ...browser]) {
    const language = tag?.trim().toLowerCase().split(/[-_]/)[0]
    if (language !== undefined && isLanguage(language)) return language
  }
  return 'en'
}

const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text)

/** For a list to choose from. */
export const LANGUAGE_NAMES = Object.entries(LANGUAGES) as [Language, string][]
