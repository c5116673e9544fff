/**
 * Each language by its own name: who looks for theirs cannot read the others'. A new one is added as docs/languages.md
 * says.
 */
export const LANGUAGES = { en: 'English', et: 'Eesti', de: 'Deutsch' } as const

export type Language = keyof typeof LANGUAGES

interface Wishes {
  /** What was chosen on this page, kept by the browser. */
  chosen: string | null
  /** What HomePort speaks in this browser, where the deployment shares its sign-in. */
  shared: string | null
  /** What Waldur knows of the user (waldur-api, section 1.7): a tag, an empty text or nothing. */
  preferred: string | null
  /** What the browser asks for, the best first. */
  browser: readonly string[]
}

/**
 * The language to speak: the choice made here, then HomePort's, then Waldur's, then the first of the browser's that there
 * is; else English. HomePort goes before Waldur's word for the user: it is what the person reads in the next tab.
 * Tags may name a country ("de-AT", "et_EE"), which is left out: one German does for all.
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
