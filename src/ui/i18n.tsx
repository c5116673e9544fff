import type { ReactNode } from 'react'
import { Fragment } from 'react'
import { directionOf } from './language.ts'

/** The English sentence is the key, so English needs no catalog. Every other language has one with the same keys. */
// biome-ignore lint/plugin: the shape of the JSON; names from outside are looked up in a Map
export type Catalog = Readonly<Record<string, string>>

/** The values for a sentence, by their names in it. */
// biome-ignore lint/plugin: its keys are names in our own sentences
type Values = Readonly<Record<string, string | number>> & {
  /** Selects the singular or plural. */
  readonly count?: number
  /** The English singular. */
  readonly defaultValue_one?: string
}

let language = 'en'
let isLeftward = false
let catalog: ReadonlyMap<string, string> = new Map()

/**
 * A visible sentence in the page's language, or English if the catalog lacks it or leaves it empty. Values may
 * contain anything, because they are inserted last. The call brings the English singular:
 * `t('{{count}} tokens', { count, defaultValue_one: '{{count}} token' })`. A value for `[[name]]` is marked as a name;
 * show such a sentence with `Trans`, or in an attribute with `unmarked`.
 */
export function t(text: string, values: Values = {}): string {
  const { count, defaultValue_one: one } = values
  const english = count === 1 ? (one ?? text) : text
  const sentence = (count !== undefined && plural(text, count)) || catalog.get(text) || english
  return sentence.replace(/{{(\w+)}}|\[\[(\w+)]]/g, (gap, word, name) => {
    if (!Object.hasOwn(values, word ?? name)) return gap
    return word ? isolated(values[word]) : asName(String(values[name]))
  })
}

/** Marks a name, an address or another text from outside, in a sentence for `Trans`. */
export const asName = (text: string): string => `\u2068\u2060${text}\u2069`

/** The sentence without marks, for an attribute. */
export const unmarked = (sentence: string): string => sentence.replace(/[\u2060\u2068\u2069]/g, '')

/** What `asName` marked, perhaps a list of isolated texts. Names can't contain these characters (`ui/names.ts`). */
const NAMES = /\u2068\u2060((?:\u2068[^\u2069]*\u2069|[^\u2069])*)\u2069|\[\[(\w+)]]/

/** A text that keeps its own direction, such as an IPv6 address in Arabic, which would be read from its end. */
const isolated = (value: unknown): string =>
  isLeftward && typeof value === 'string' ? `\u2068${value}\u2069` : String(value)

/** The sentence in the plural form that the language has for the number, or in its general one. */
const plural = (text: string, count: number): string | undefined =>
  catalog.get(`${text}_${plurals().select(count)}`) || catalog.get(`${text}_other`)

/**
 * The translation of a word that comes as data, such as a permission; `otherwise` if the catalog has none. Our own
 * sentences use `t`.
 */
export const translated = (key: string, otherwise: string): string => catalog.get(key) || otherwise

/** Whether the page is in English, and so needs no translations. */
export const isEnglish = (): boolean => /^en\b/.test(language)

/** Uses another language from the next render on. */
export function setCatalog(next: string, sentences: Catalog): void {
  language = next
  isLeftward = directionOf(next) === 'rtl'
  catalog = new Map(Object.entries(sentences))
}

/** The locale for `Intl`. British dates have the day first and the month as a word, which nobody can misread. */
export const locale = (): string => (language === 'en' ? 'en-GB' : language)

/**
 * A sentence with elements in it: `<Trans text={t('Revoke [[name]]')} name={<b>{name}</b>} />`. The values are
 * inserted after translation and never parsed, so a token's name cannot become markup. A browser's translator leaves
 * alone what `t` marked as a name.
 */
// biome-ignore lint/plugin: turned into a Map before any lookup
export function Trans({ text, ...parts }: { text: string } & Record<string, ReactNode>) {
  const given = new Map(Object.entries(parts))
  return text.split(NAMES).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change their order
    <Fragment key={index}>
      {index % 3 === 0 || !piece ? (
        piece
      ) : index % 3 === 1 ? (
        <bdi translate="no">{piece}</bdi>
      ) : given.has(piece) ? (
        given.get(piece)
      ) : (
        `[[${piece}]]`
      )}
    </Fragment>
  ))
}

/**
 * A formatter of the page's language, cached until the language changes, because creating one takes longer than
 * rendering the cell it is for. Not for formatters that use the system's time zone, which may change.
 */
export function perLocale<Format>(make: (locale: string) => Format): () => Format {
  let made: { locale: string; format: Format } | undefined
  return () => {
    if (made?.locale !== locale()) made = { locale: locale(), format: make(locale()) }
    return made.format
  }
}

const plurals = perLocale((locale) => new Intl.PluralRules(locale))

const lists = perLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }))

/** "A", "A and B", "A, B and 3 more" */
export function listing(items: readonly string[], most = items.length): string {
  const rest = items.length - most
  const counted = rest > 0 ? [...items.slice(0, most), t('{{count}} more', { count: rest })] : items
  return lists().format(counted.map(isolated))
}

const numbers = perLocale((locale) => new Intl.NumberFormat(locale))

export const number = (value: number): string => numbers().format(value)

const collator = perLocale((locale) => new Intl.Collator(locale))

/** Alphabetical order, which differs by language: in Estonian “õ” comes after “w”. */
export const alphabetically = (a: string, b: string): number => collator().compare(a, b)
