import type { Catalog } from '../i18n.tsx'
import type { SourceSentence } from './sources.ts'

/** The sentences of the source, each once. */
export function sentencesByText(found: readonly SourceSentence[]): ReadonlyMap<string, SourceSentence> {
  const byText = new Map<string, SourceSentence>()
  for (const sentence of found) {
    const before = byText.get(sentence.text)
    const one = sentence.one ?? before?.one ?? null
    byText.set(sentence.text, { ...sentence, one, counts: sentence.counts || before?.counts === true })
  }
  return byText
}

/** What a language's file must have under a key. */
export interface Entry {
  english: string
  /** "{{count}} [[name]]": the placeholders that the translation may have, in alphabetical order. */
  places: readonly string[]
  /** Only some languages need it. */
  isOptional?: true
}

/**
 * The keys of a language's file. A sentence has one for each plural form of the language if it has a singular in
 * English, or if the file has plural forms of it.
 * @param language a tag of BCP 47
 */
export function keysFor(
  language: string,
  words: Catalog,
  sentences: ReadonlyMap<string, SourceSentence>,
): ReadonlyMap<string, Entry> {
  const forms = pluralForms(language)
  const keys = new Map<string, Entry>()
  for (const { text, one, counts } of sentences.values()) {
    if (one === null && !(counts && Object.hasOwn(words, `${text}_other`))) {
      keys.set(text, { english: text, places: [placesIn(text)] })
      continue
    }
    for (const { form, isOneNumber } of forms) {
      const general = { english: text, places: [placesIn(text)] }
      const places = [placesIn(text), placesIn(text.replaceAll('{{count}}', '')), placesIn(one ?? text)]
      const exact = { english: form === 'one' ? (one ?? text) : text, places }
      keys.set(`${text}_${form}`, isOneNumber ? exact : general)
    }
  }
  return keys
}

/** The plural forms of a language. One that stands for several numbers has to say which: French has 0 in “one”. */
function pluralForms(language: string): { form: string; isOneNumber: boolean }[] {
  const rules = new Intl.PluralRules(language)
  const chosen = Array.from({ length: 200 }, (_, count) => rules.select(count))
  return rules.resolvedOptions().pluralCategories.map((form) => ({
    form,
    isOneNumber: chosen.filter((other) => other === form).length === 1,
  }))
}

/** "[[name]] {{count}}" */
const placesIn = (text: string): string => (text.match(/\{\{\w+\}\}|\[\[\w+\]\]/g) ?? []).toSorted().join(' ')

/** Keys of a language's file that need work. */
export interface Findings {
  /** Not there, or empty: the page says it in English. */
  missing: string[]
  /** Not said by the page. */
  unused: string[]
  /** Without a placeholder of the English text, or with another one. */
  misplaced: string[]
}

export function findingsIn(words: Catalog, keys: ReadonlyMap<string, Entry>): Findings {
  const said = new Map(Object.entries(words))
  return {
    missing: [...keys].filter(([key, { isOptional }]) => !isOptional && !said.get(key)).map(([key]) => key),
    unused: [...said.keys()].filter((key) => !keys.has(key)),
    misplaced: [...keys]
      .filter(([key, { english, places }]) => !places.includes(placesIn(said.get(key) || english)))
      .map(([key]) => key),
  }
}
