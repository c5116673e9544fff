import { expect, test } from 'vitest'
import { typedKey } from './typedKey.ts'

test.each([
  ['an English layout', { key: 'n', code: 'KeyN' }, 'n'],
  ['Dvorak', { key: 'n', code: 'KeyL' }, 'n'],
  ['Caps Lock', { key: 'N', code: 'KeyN' }, 'n'],
  ['a German layout', { key: '/', code: 'Digit7', shiftKey: true }, '/'],
  ['Russian', { key: 'т', code: 'KeyN' }, 'n'],
  ['Russian with Caps Lock', { key: 'Т', code: 'KeyN' }, 'n'],
  ['Russian', { key: '/', code: 'Backslash', shiftKey: true }, '/'],
  ['Greek', { key: 'ν', code: 'KeyN' }, 'n'],
  ['Hebrew', { key: 'מ', code: 'KeyN' }, 'n'],
  ['Thai, which types marks', { key: '\u0e37', code: 'KeyN' }, 'n'],
  ['Arabic', { key: '؟', code: 'Slash', shiftKey: true }, '?'],
])('%s: %o is %s', (_layout, event, character) => {
  expect(typedKey({ shiftKey: false, ...event })).toBe(character)
})

test.each([
  ['a capital', { key: 'N', code: 'KeyN', shiftKey: true }],
  ['a Cyrillic capital', { key: 'Т', code: 'KeyN', shiftKey: true }],
  ['a Latin letter with a mark', { key: 'ń', code: 'KeyN' }],
  ['a dead key', { key: 'Dead', code: 'KeyN' }],
  ['a letter on another key', { key: 'б', code: 'Comma' }],
  ['the key of a name', { key: 'Enter', code: 'Enter' }],
])('%s is no shortcut: %o', (_what, event) => {
  expect(['n', '/', '?']).not.toContain(typedKey({ shiftKey: false, ...event }))
})
