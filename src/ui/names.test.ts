import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cutTo, hiddenIn, isUnseen, nameText, oddBlankIn, saidText, seenText, visible } from './names.ts'

describe('visible', () => {
  it.each([
    ['admin\u202enimda', 'admin⟨U+202E⟩nimda'],
    ['a\u2066b\u2069c\u200f', 'a⟨U+2066⟩b⟨U+2069⟩c⟨U+200F⟩'],
    ['\ufeffa\u200bb', '⟨U+FEFF⟩a⟨U+200B⟩b'],
    ['a\u200db', 'a⟨U+200D⟩b'],
    ['a\0b\tc\r\n\u0085', 'a⟨U+0000⟩b⟨U+0009⟩c⟨U+000D⟩⟨U+000A⟩⟨U+0085⟩'],
    ['a\u2028b\u2029', 'a⟨U+2028⟩b⟨U+2029⟩'],
    ['soft\u00adhyphen', 'soft⟨U+00AD⟩hyphen'],
    ['\u3164\u2800\u115f\u034f', '⟨U+3164⟩⟨U+2800⟩⟨U+115F⟩⟨U+034F⟩'],
    ['cut\ud83d', 'cut⟨U+D83D⟩'],
    ['\u{e0041}hidden tag', '⟨U+E0041⟩hidden tag'],
    ['a\ufe0f', 'a⟨U+FE0F⟩'],
    ['a\u{e0101}', 'a⟨U+E0101⟩'],
  ])('marks what cannot be seen in %j', (text, shown) => expect(visible(text)).toBe(shown))

  it.each([
    ['families', '👨‍👩‍👧‍👦 👩🏽‍🚀 ❤️‍🔥 🏳️‍🌈'],
    ['keycaps and flags', '1️⃣ 🇪🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['Persian', 'می‌خواهم'],
    ['Sinhala', 'ශ්‍රී'],
    ['Arabic numbers', '\u0600123 \u06dd'],
    ['right-to-left letters', 'ناشر שלום'],
    ['plain names', 'deploy-bot {{7*7}} =1+1 <b> tühi'],
  ])('leaves %s alone', (_what, text) => expect(visible(text)).toBe(text))

  test('removes everything that changes the reading order, loses nothing else, and keeps different names different', () => {
    const hidden = fc.constantFrom('\u202e', '\u2066', '\u200b', '\u200d', '\0', '\ufeff', '\u00ad', '\ud83d', '\u3164')
    const unit = fc.oneof(hidden, fc.constantFrom('a', 'ش', '👩', '⟨'), fc.string({ unit: 'binary', maxLength: 1 }))
    const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (before) => {
        const shown = visible(before)
        expect(shown).not.toMatch(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u200b\ufeff\0]/)
        expect(shown).not.toMatch(/\p{Cs}/u)
        expect(unmarked(shown)).toBe(before)
        expect(hiddenIn(before) === null).toBe(shown === before)
      }),
      { numRuns: 2000 },
    )
  })
})

/** Undoes the marks. */
const unmarked = (text: string): string =>
  text.replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_mark, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

describe('nameText', () => {
  it.each(['', '  ', '\u00a0', '\n'])('describes the blank name %j', (name) => expect(nameText(name)).toBe('(no name)'))
  it('cuts a very long name, but never a character in half', () => {
    expect(nameText('😀'.repeat(500))).toBe('😀'.repeat(500))
    expect(nameText('😀'.repeat(501))).toBe(`${'😀'.repeat(500)}…`)
  })
  it('shows any other name unchanged', () => expect(nameText(' a\u200b ')).toBe(' a⟨U+200B⟩ '))
})

it.each([
  ['deploy\u00a0bot', 'U+00A0'],
  ['deploy\u3000bot', 'U+3000'],
  ['deploy\u2009bot ', 'U+2009'],
  ['deploy bot', null],
])('tells the blanks in %j apart', (text, code) => expect(oddBlankIn(text)).toBe(code))

it.each([
  ['\u200bRocket\u00a0HPC\u00ad\ufeff', 'Rocket HPC'],
  ['می‌خواهم 👨‍👩‍👧', 'می‌خواهم 👨‍👩‍👧'],
])('of %j, %j is seen', (text, seen) => expect(seenText(text)).toBe(seen))

it('keeps the line breaks of a message, and no other invisible character', () =>
  expect(saidText('No.\r\nNot \u202eyou.\n')).toBe('No.\nNot ⟨U+202E⟩you.\n'))

it.each([
  ['short', 'short'],
  ['x'.repeat(10), 'x'.repeat(10)],
  ['x'.repeat(11), `${'x'.repeat(10)}…`],
  ['😀'.repeat(10), '😀'.repeat(10)],
  ['😀'.repeat(8000), `${'😀'.repeat(10)}…`],
])('cuts %j to ten characters', (text, cut) => expect(cutTo(10, text)).toBe(cut))

it.each(['', '  \n', '\u200b', '\u2800\u3164', '\ufeff\u00ad'])('sees nothing in %j', (text) =>
  expect(isUnseen(text)).toBe(true),
)

it.each(['a', ' . ', '\u0300', 'ن', '👩‍👧'])('sees something in %j', (text) => expect(isUnseen(text)).toBe(false))
