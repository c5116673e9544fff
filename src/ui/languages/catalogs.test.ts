import { describe, expect, test } from 'vitest'
import type { Catalog } from '../i18n.tsx'
import { LANGUAGES } from '../language.ts'
import { catalogs } from './catalogs.ts'
import { findingsIn, keysFor, sentencesByText } from './keys.ts'
import { readSource, readSources } from './sources.ts'

const { sentences, odd, bare } = readSources()
const byText = sentencesByText(sentences)

test('each language but English has a catalog', () => {
  expect(['en', ...catalogs.map(([language]) => language)].toSorted()).toEqual(Object.keys(LANGUAGES).toSorted())
})

test('every call of t has a literal sentence, and is made while rendering', () => {
  expect(odd).toEqual([])
  expect(byText.size).toBeGreaterThan(600)
})

test('a sentence has one singular', () => {
  const other = sentences.filter(({ text, one }) => one !== null && one !== byText.get(text)?.one)
  expect(other).toEqual([])
})

test('no visible text is missing from the catalogs', () => {
  expect(bare).toEqual([])
})

/** Placeholders for what a browser's translator has to leave alone. */
const NAME =
  /\{\{(name|names|place|places|above|roles|scope|network|networks|address|before|after|reason|text|search|username|providers?)\}\}/

/** Where names aren't marked: attributes, files, text to copy, and lists that are marked as a whole. */
const UNMARKED =
  /^tokens\/(export\/|usage\/(environmentFile|snippets)|capabilities\/TokensUnavailable|create\/(start|useResolved)\.ts)/

test('names in sentences are marked, so that a browser’s translator leaves them alone', () => {
  const plain = sentences.filter(
    ({ text, on, at }) => NAME.test(text) && !/^(aria-)?label$/.test(on ?? '') && !UNMARKED.test(at),
  )
  expect(plain.map(({ text, at }) => `${at} ${text}`)).toEqual([])
})

test.each(catalogs)('%s is sorted', (_language, words) => {
  const keys = Object.keys(words)
  expect(keys.find((key, index) => index > 0 && key < (keys[index - 1] ?? ''))).toBeUndefined()
})

describe('a language that an operator added', () => {
  const sentences = sentencesByText(
    readSource(
      'a.tsx',
      "const a = () => [t('{{count}} rows', { count, defaultValue_one: '1 row' }), t('Open [[name]]')]",
    ).sentences,
  )
  const find = (language: string, words: Catalog) => findingsIn(words, keysFor(language, words, sentences))

  test('needs each of its plural forms', () => {
    const needed = (language: string) => [...keysFor(language, {}, sentences).keys()]
    const rows = (...forms: string[]) => forms.map((form) => `{{count}} rows_${form}`)
    expect(needed('ja')).toEqual([...rows('other'), 'Open [[name]]'])
    expect(new Set(needed('ar'))).toEqual(
      new Set([...rows('few', 'many', 'one', 'other', 'two', 'zero'), 'Open [[name]]']),
    )
  })

  test('needs what is missing, empty or no longer said', () => {
    expect(find('ja', { 'Open [[name]]': '', Close: '閉じる' })).toMatchObject({
      missing: ['{{count}} rows_other', 'Open [[name]]'],
      unused: ['Close'],
    })
  })

  test('may leave out the number where a form stands for one number only', () => {
    const one = { '{{count}} rows_one': '1 ligne' }
    expect(find('de', one).misplaced).toEqual([])
    // 0 is singular in French, 21 in Latvian.
    expect(find('fr', one).misplaced).toEqual(['{{count}} rows_one'])
    expect(find('lv', one).misplaced).toEqual(['{{count}} rows_one'])
    expect(find('ar', { '{{count}} rows_two': 'صفان' }).misplaced).toEqual([])
    expect(find('ar', { '{{count}} rows_few': 'صفوف' }).misplaced).toEqual(['{{count}} rows_few'])
  })

  test('has the names of placeholders as they are', () => {
    expect(find('fr', { 'Open [[name]]': 'Ouvrir [[nom]]' }).misplaced).toEqual(['Open [[name]]'])
  })
})

describe('readSource', () => {
  const read = (code: string) => readSource('a.tsx', code)

  test('finds sentences, their singular and their line', () => {
    expect(
      read(`const a = () => {\n  return t('{{count}} rows', { count, defaultValue_one: '{{count}} row' })\n}`),
    ).toEqual({
      sentences: [{ text: '{{count}} rows', one: '{{count}} row', counts: true, on: null, at: 'a.tsx:2' }],
      odd: [],
      bare: [],
    })
  })

  test.each([
    ["<Button>{is ? t('Said') : b}</Button>", 'Button'],
    ["<Button><Icon />{t('Said')}</Button>", 'Button'],
    ["<Button title={t('Said')} />", 'title'],
    ["<A>{b.map(() => c)}</A>\n  const d = t('Said')", null],
  ])('says what the sentence of %s stands in', (code, on) => {
    expect(read(`const a = () => {\n  ${code}\n}`).sentences).toMatchObject([{ text: 'Said', on }])
  })

  test.each([
    'const a = () => t(name)',
    `const a = () => t(\`a \${b}\`)`,
    "const a = t('Early')",
    'const a = () => say(t)',
    "const a = () => t('Rows', { count, defaultValue: 'Row' })",
  ])('does not overlook %s', (code) => {
    expect(read(code).odd).toHaveLength(1)
  })

  test.each([
    '<p>Bare</p>',
    "<p>{'Bare'}</p>",
    "<p>{a} {is ? 'Bare' : b}</p>",
    "<p>{is && 'Bare'}</p>",
    `<p>{\`\${n} bare\`}</p>`,
    '<p title="Bare" />',
    "<p aria-label={is ? 'Bare' : undefined} />",
    "<A slotProps={{ input: { 'aria-label': 'Bare' } }} />",
    "toast({ message: a ?? 'Bare' })",
  ])('finds untranslated text in %s', (code) => {
    expect(read(`const a = () => ${code}`).bare).toHaveLength(1)
  })

  test.each([
    "<p>{t('Said')} · 3 {'…'}</p>",
    '<p id="a" lang="de" type="text" />',
    "<p title={t('Said')} sx={{ color: 'red' }} />",
  ])('leaves %s alone', (code) => {
    expect(read(`const a = () => ${code}`)).toMatchObject({ bare: [], odd: [] })
  })
})
