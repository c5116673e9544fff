import { currentSettings } from '../api/deployment.ts'
import { readLanguageTag } from '../api/languageTag.ts'

/** Each language in its own name, so that its speakers recognize it. docs/languages.md says how to add one. */
export const LANGUAGES = { en: 'English', et: 'Eesti', de: 'Deutsch' }

/** The languages to choose from, by their tags, each in its own name: ours, and those that the operator added. */
export const offeredLanguages = (): ReadonlyMap<string, string> =>
  new Map(Object.entries({ ...LANGUAGES, ...currentSettings().languages }))

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
 * The language to use: the choice made here, then HomePort's, then Waldur's, then the first of the browser's that is
 * offered, else English. HomePort comes before Waldur's setting, because it is what the user reads in the next tab.
 * @param offered tags of languages
 */
export function languageFor({ chosen, shared, preferred, browser }: Wishes, offered: Iterable<string>): string {
  const locales = [...offered].map((tag) => ({ tag, locale: readLanguageTag(tag)?.maximize() }))
  for (const wish of [chosen, shared, preferred, ...browser]) {
    // Django writes "et_EE".
    const wished = readLanguageTag(wish?.trim().replaceAll('_', '-') ?? '')
    if (wished === null) continue
    const { language, script, region } = wished.maximize()
    // There is one German for all, but Chinese has two scripts: those who read one may not read the other.
    const readable = locales.filter(({ locale }) => locale?.language === language && locale.script === script)
    const found =
      readable.find(({ tag }) => tag === String(wished)) ??
      readable.find(({ locale }) => locale?.region === region) ??
      readable[0]
    if (found) return found.tag
  }
  return 'en'
}

/** Scripts that are written from right to left. Not every browser says which these are. */
const LEFTWARD = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The direction in which a language is written. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  LEFTWARD.has(readLanguageTag(language)?.maximize().script ?? '') ? 'rtl' : 'ltr'
