import { readFileSync } from 'node:fs'

export type Say = (sentence: string, places?: Record<string, string>) => string

/** A language's translations, by the English sentences. */
export const catalogOf = (language: 'et' | 'de'): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../src/ui/languages/${language}.json`, import.meta.url), 'utf8'))

/**
 * The app's translation of an English sentence, with its placeholders filled.
 * @throws Error for a sentence that the language doesn't have
 */
export const sayer =
  (catalog: Record<string, string>): Say =>
  (sentence, places = {}) => {
    const text = catalog[sentence]
    if (text === undefined) throw new Error(`no translation of “${sentence}”`)
    return text.replaceAll(/\{\{(\w+)\}\}|\[\[(\w+)\]\]/g, (place, value, element) => places[value ?? element] ?? place)
  }
