import { describe, expect, test } from 'vitest'
import de from './de.json'
import et from './et.json'
import { meaning } from './meaning.ts'
import { readSources } from './sources.ts'
import { longest, plain, RULES } from './voice.ts'

const { sentences } = readSources()
/** Each sentence and each singular. */
const texts = sentences.flatMap(({ text, one, on, at }) => [
  { text, on, at },
  ...(one === null ? [] : [{ text: one, on, at }]),
])
const listed = (found: typeof texts) => found.map(({ text, at }) => `${at} ${text}`)

test.each(RULES)('says $say, unlike “$bad”', ({ never }) => {
  expect(listed(texts.filter(({ text }) => never.test(plain(text))))).toEqual([])
})

test.each(RULES)('would find “$bad”', ({ never, bad }) => {
  expect(plain(bad)).toMatch(never)
})

test.each([
  'A leaked token may have revealed your sign-in key.',
  'Your tokens can’t be loaded right now, so one may or may not have been created.',
  'I understand that it acts with my staff rights',
  'Waldur wants “Bearer”: “Invalid token.”',
  'Couldn’t copy. The text is selected. Press Ctrl+C or ⌘C.',
  'Select at least one permission.',
  'Leave them as they are',
  'It will be able to use permissions that are yours',
  'Revoking…',
])('leaves “%s” alone', (text) => {
  expect(RULES.filter(({ never }) => never.test(plain(text)))).toEqual([])
})

test('no sentence has over 25 words', () => {
  expect(listed(texts.filter(({ text }) => longest(text) > 25))).toEqual([])
  expect(longest('[[name]] can read. It works in {{place}} until {{end}}, as long as “this role” lasts')).toBe(11)
})

test('a button has at most seven words and no period', () => {
  const buttons = texts.filter(({ on }) => /button$/i.test(on ?? ''))
  expect(buttons.length).toBeGreaterThan(80)
  expect(listed(buttons.filter(({ text }) => /\.$/.test(text) || longest(text) > 7))).toEqual([])
})

test('a title has no period', () => {
  const titles = texts.filter(({ on }) => /title$|^heading$/i.test(on ?? ''))
  expect(titles.length).toBeGreaterThan(40)
  expect(listed(titles.filter(({ text }) => /\.$/.test(text)))).toEqual([])
})

test('no two sentences have one meaning', () => {
  const byMeaning = new Map<string, string>()
  const twins = [...new Set(sentences.map(({ text }) => text))].filter((text) => {
    const first = byMeaning.get(meaning(text))
    byMeaning.set(meaning(text), first ?? text)
    return first !== undefined
  })
  expect(twins.map((text) => [byMeaning.get(meaning(text)), text])).toEqual([])
})

describe('meaning', () => {
  test.each([
    ['Create token', 'Create a token'],
    ['Checking your tokens', 'Checking your tokens…'],
    ['{{count}} deleted places', '{{shown}} places deleted'],
    ['It isn’t known who can’t', 'It’s unknown who cannot'],
  ])('is the same in “%s” and “%s”', (one, other) => {
    expect(meaning(one)).toBe(meaning(other))
  })

  test.each([
    ['Never used', 'never used'],
    ['Sign out everywhere', 'Sign out everywhere?'],
    ['Revoke {{name}}', 'Revoke [[name]]'],
    ['Expires in {{left}}', 'Expires in {{month}}'],
    ['This token couldn’t be loaded.', 'Your tokens couldn’t be loaded.'],
  ])('differs in “%s” and “%s”', (one, other) => {
    expect(meaning(one)).not.toBe(meaning(other))
  })
})

describe.each(Object.entries({ de, et }))('%s', (_, catalog) => {
  const wrong = (mark: RegExp) => Object.values(catalog).filter((sentence) => mark.test(sentence))

  test('quotes „so“', () => {
    expect(wrong(/["'”«»‚‘]|“[^“„]*“|„[^“]*$/)).toEqual([])
    expect(wrong(/„.*“/).length).toBeGreaterThan(20)
  })

  test('ends each sentence as English does', () => {
    const end = (text: string) => /[.:…]$/.exec(text)?.[0]
    const different = Object.entries(catalog).filter(([key, text]) => end(key.replace(/_\w+$/, '')) !== end(text))
    expect(different).toEqual([])
  })

  test('has a semicolon only around lists of permissions', () => {
    expect(wrong(/;/).filter((sentence) => !sentence.includes('[[permissions]]'))).toEqual([])
  })
})
