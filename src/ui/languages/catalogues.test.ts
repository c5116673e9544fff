import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../language.ts'
import { catalogues } from './catalogues.ts'
import type { SourceSentence } from './sources.ts'
import { readSource, readSources } from './sources.ts'

/** Permissions, their groups and lines come as data; `sandbox/languages.agrees.test.ts` and others check them. */
const isData = (key: string) => /^(group: |(does: )?[A-Z_]+\.[A-Z_]+$)/.test(key)

const { sentences, odd, bare } = readSources()
const byText = new Map<string, SourceSentence>()
for (const sentence of sentences) {
  const before = byText.get(sentence.text)
  byText.set(sentence.text, {
    ...sentence,
    one: sentence.one ?? before?.one ?? null,
    counts: sentence.counts || before?.counts === true,
  })
}

test('each language but English has a catalogue', () => {
  expect(['en', ...catalogues.map(([language]) => language)].toSorted()).toEqual(Object.keys(LANGUAGES).toSorted())
})

test('every call of t has a literal sentence, and is made while rendering', () => {
  expect(odd).toEqual([])
  expect(byText.size).toBeGreaterThan(600)
})

test('a sentence has one singular', () => {
  const other = sentences.filter(({ text, one }) => one !== null && one !== byText.get(text)?.one)
  expect(other).toEqual([])
})

test('no visible text is missing from the catalogues', () => {
  expect(bare).toEqual([])
})

describe.each(catalogues)('%s', (language, catalogue) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `_${form}`)

  /** The catalogue keys of a sentence: one per plural form if the catalogue or English has plurals. */
  const keysOf = ({ text, one, counts }: SourceSentence): string[] =>
    one !== null || (counts && Object.hasOwn(catalogue, `${text}_other`)) ? forms.map((form) => text + form) : [text]

  test('has every sentence', () => {
    const missing = [...byText.values()].flatMap((sentence) =>
      keysOf(sentence)
        .filter((key) => !catalogue[key])
        .map((key) => `${sentence.at} ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('has no unused sentence', () => {
    const said = new Set([...byText.values()].flatMap(keysOf))
    expect(Object.keys(catalogue).filter((key) => !said.has(key) && !isData(key))).toEqual([])
  })

  test('has the placeholders of the English sentence', () => {
    const wrong = [...byText.values()].flatMap((sentence) =>
      keysOf(sentence).filter((key) => {
        const allowed = key.endsWith('_one') && sentence.one !== null ? [sentence.text, sentence.one] : [sentence.text]
        return !allowed.some((text) => places(text) === places(catalogue[key] ?? text))
      }),
    )
    expect(wrong).toEqual([])
  })

  test('is sorted', () => {
    const keys = Object.keys(catalogue)
    expect(keys.find((key, index) => index > 0 && key < (keys[index - 1] ?? ''))).toBeUndefined()
  })
})

/** "[[name]] {{count}}" */
const places = (text: string): string => (text.match(/\{\{\w+\}\}|\[\[\w+\]\]/g) ?? []).toSorted().join(' ')

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
