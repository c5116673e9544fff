import type { Catalog } from '../i18n.tsx'

/** The words of each built-in language but English, with its tag. For tests: the page loads the language it speaks. */
export const catalogs: [tag: string, words: Catalog][] = Object.entries(
  import.meta.glob<Catalog>('./*.json', { import: 'default', eager: true }),
).map(([file, words]) => [file.slice('./'.length, -'.json'.length), words])
