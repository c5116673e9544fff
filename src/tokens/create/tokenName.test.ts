import { describe, expect, it } from 'vitest'
import { joinedLines, nameProblem } from './tokenName.ts'

describe('nameProblem', () => {
  it.each(['a', 'deploy-bot', '=HYPERLINK("x")', '{{7*7}}', '👨‍👩‍👧‍👦', 'ناشر', '__proto__', '😀'.repeat(150)])(
    'has nothing against %j',
    (name) => expect(nameProblem(name)).toBeNull(),
  )

  it('asks for a name', () => expect(nameProblem('')).toBe('Give the token a name.'))

  it('counts characters as Waldur does', () =>
    expect(nameProblem('😀'.repeat(151))).toBe('The name has 151 characters. Shorten it to 150.'))

  it.each([
    ['a\0b', 'U+0000'],
    ['a\tb', 'U+0009'],
    ['a\u0085b', 'U+0085'],
  ])('names the control character in %j', (name, code) => expect(nameProblem(name)).toContain(code))

  it('rejects half a character', () => expect(nameProblem('a\ud83d')).toContain('half a character'))
})

describe('joinedLines', () => {
  it.each([
    ['deploy\nbot', 'deploy bot'],
    ['deploy\r\n  bot\r\n', 'deploy bot'],
    ['a\n\n\nb\u2028c', 'a b c'],
  ])('makes one line of %j', (pasted, joined) => expect(joinedLines(pasted)).toBe(joined))

  it.each(['deploy bot', 'deploy-bot\n', '\n', 'a\tb'])('leaves %j to the field', (pasted) =>
    expect(joinedLines(pasted)).toBeNull(),
  )
})
