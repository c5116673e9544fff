import type { Catalogue } from '../i18n.tsx'

/** The words of each built-in language but English, with its tag. For tests: the page loads the language it speaks. */
export const catalogues: [tag: string, words: Catalogue][] = Object.entries(
  import.meta.glob<Catalogue>('./*.json', { import: 'default', eager: true }),
).map(([file, words]) => [file.slice('./'.length, -'.json'.length), words])
