import fc from 'fast-check'
import { expect, test } from 'vitest'
import { environmentFile, fileNameFor } from './environmentFile.ts'
import { LANGUAGES, snippet } from './snippets.ts'

const address = 'https://waldur.example/api/projects/?field=uuid&page=1'

test.each(LANGUAGES)('%s names the address, the variable and the scheme', (language) => {
  const text = snippet(language, address)
  expect(text).toContain(address)
  expect(text).toContain('WALDUR_TOKEN')
  expect(text).toContain('Bearer ')
  expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true)
})

test('the job of GitLab CI runs the same curl', () => {
  const job = snippet('gitlab', address)
  const command = snippet('curl', address).split('\n').slice(1, -1)
  expect(command.length).toBeGreaterThan(1)
  for (const line of command) expect(job).toContain(`      ${line}\n`)
})

test.each([
  ['ci', 'waldur-ci.env'],
  ['Nightly build (EU)', 'waldur-Nightly-build-EU.env'],
  ['öö ja päev', 'waldur-öö-ja-päev.env'],
  ['../../etc/passwd', 'waldur-etc-passwd.env'],
  ['v1.2.env', 'waldur-v1.2.env.env'],
  ["it's $(rm)", 'waldur-it-s-rm.env'],
  ['🚀', 'waldur-token.env'],
])('%j is saved as %s', (name, file) => {
  expect(fileNameFor(name)).toBe(file)
})

test('any name makes a file name of harmless characters that fits', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 150 }), fc.string({ unit: 'grapheme', maxLength: 150 })), (name) => {
      const file = fileNameFor(name)
      expect(file).toMatch(/^waldur-[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*\.env$/u)
      expect(file).not.toContain('..')
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255)
    }),
  )
})

test('the file sets both variables, a line each', () => {
  expect(environmentFile('https://waldur.example', 'w_1_x')).toBe(
    'WALDUR_URL=https://waldur.example\nWALDUR_TOKEN=w_1_x\n',
  )
})
