import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

let folder
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waldur-tokens-words-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function words(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/words.mjs', ...args], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

it('makes a file in English, keeps what is translated, and removes what the page no longer says', () => {
  const file = join(folder, 'ar.json')
  expect(words(file).status).toBe(0)
  const made = JSON.parse(readFileSync(file, 'utf8'))
  expect(made).toMatchObject({
    'Sign in': 'Sign in',
    'ORDER.CANCEL': 'cancel [orders]',
    'group: Orders': 'Orders',
    'does: ORDER.CREATE': 'Order resources',
    '{{count}} permissions_two': '{{count}} permissions',
  })

  writeFileSync(file, JSON.stringify({ ...made, 'Sign in': 'تسجيل الدخول', 'Log on': 'ادخل', 'group: Orders': '' }))
  const { status, said } = words('--check', file)
  expect(status).toBe(1)
  expect(said).toContain('1 text is missing:\n  group: Orders\n')
  expect(said).toContain('1 text isn’t used:\n  "Log on": "ادخل"\n')

  expect(words(file).said).toContain('1 text was removed:\n  "Log on": "ادخل"\n')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...made, 'Sign in': 'تسجيل الدخول' })
})

it.each(['de', 'en'])('adds nothing to a file that changes words of a built-in language: %s', (language) => {
  const file = join(folder, `${language}.json`)
  writeFileSync(file, '{"Sign in": "Enter", "Log on": "Enter"}')
  expect(words(file).said).toContain('1 text was removed:\n  "Log on": "Enter"\n')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 'Sign in': 'Enter' })
})

it('says that it can’t write', () => {
  expect(words(join(folder, 'nowhere', 'fr.json')).said).toMatch(/^Couldn’t write .*fr\.json: ENOENT/m)
})

it.each([
  ['fr.json', '{"Sign in": ', 'isn’t JSON: '],
  ['fr.json', '{"Sign in": 1}', 'has to be an object whose values are texts.'],
  ['pt_BR.json', '{}', 'Name one file after its language'],
])('leaves a wrong file alone: %s %s', (name, text, message) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  const { status, said } = words(file)
  expect(status).toBe(1)
  expect(said).toContain(message)
  expect(readFileSync(file, 'utf8')).toBe(text)
})
