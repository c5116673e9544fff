import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { environmentFile, fileNameFor } from './environmentFile.ts'
import { snippet, USES } from './snippets.ts'

const origin = 'https://waldur.example'
const path = '/api/projects/?field=uuid&page=1'

test.each(USES)('%s names the path and both variables', (use) => {
  const text = snippet(use, origin, path)
  expect(text).toContain(path)
  expect(text).toContain('WALDUR_API_URL')
  expect(text).toContain('WALDUR_ACCESS_TOKEN')
  expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true)
})

test.each(['gitlab', 'github'] as const)('%s runs the same curl, and says where Waldur is', (use) => {
  const job = snippet(use, origin, path)
  const command = snippet('curl', origin, path).split('\n').slice(1, -1)
  expect(command.length).toBeGreaterThan(1)
  for (const line of command) expect(job.split('\n').map((each) => each.trim())).toContain(line.trim())
  expect(job).toContain(`WALDUR_API_URL: "${origin}"`)
})

test.each(USES.filter((use) => use !== 'gitlab' && use !== 'github'))(
  '%s asks the Waldur of the environment',
  (use) => {
    expect(snippet(use, origin, path)).not.toContain(origin)
  },
)

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

const anyName = fc.oneof(fc.string({ maxLength: 150 }), fc.string({ unit: 'grapheme', maxLength: 150 }))

test('any name makes a file name of harmless characters that fits', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const file = fileNameFor(name)
      expect(file).toMatch(/^waldur-[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]*\.env$/u)
      expect(file).not.toContain('..')
      expect(new TextEncoder().encode(file).length).toBeLessThanOrEqual(255)
    }),
  )
})

const issued = {
  uuid: 'a'.repeat(32),
  scopes: ['ORDER.LIST'],
  allowed_scopes: [],
  created: '2026-09-01T08:00:00Z',
  expires_at: '2027-02-27T12:22:00.123456+02:00',
  token: 'w_1_x',
}
const file = (name: string) => environmentFile(origin, { ...issued, name })

test('the file has the token’s name and end, then both variables, one per line', () => {
  expect(file('deploy-bot')).toBe(
    '# Personal access token “deploy-bot” expires on 2027-02-27T10:22:00Z\n' +
      'WALDUR_API_URL=https://waldur.example\nWALDUR_ACCESS_TOKEN=w_1_x\n',
  )
})

/** Includes everything that any reader of such files takes for the end of a line. */
const LINE_ENDS = /[\p{Cc}\u2028\u2029]/u

test.each([
  'ci\nWALDUR_ACCESS_TOKEN=w_2_y',
  'ci\r\nexport PATH=/tmp',
  'ci\u2028WALDUR_API_URL=https://evil.example',
  'ci\u0085x\vx\fx\u2029x\u001cx',
  'it\'s "quoted" `id` $(id) $HOME !! # twice \\',
  '\u202eevil\u2066',
  '\0\ud800',
  '{{end}} $t(Copied) [[name]]',
  '\\',
])('the name %j stays in its comment', (name) => {
  expect(file(name).split(LINE_ENDS)).toHaveLength(4)
  expect(file(name).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
  expect(parseEnv(file(name))).toEqual({ WALDUR_API_URL: origin, WALDUR_ACCESS_TOKEN: 'w_1_x' })
})

test('any name stays in its comment', () => {
  const nasty = fc.constantFrom('\n', '\r', '\u2028', '\u0085', '#', "'", '"', '`', '\\', '$(id)', '=', '\u202e', '\0')
  const name = fc.array(fc.oneof(nasty, anyName), { maxLength: 20 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(name, (name) => {
      expect(file(name).split(LINE_ENDS).slice(1)).toEqual(file('ci').split('\n').slice(1))
      expect(parseEnv(file(name))).toEqual({ WALDUR_API_URL: origin, WALDUR_ACCESS_TOKEN: 'w_1_x' })
    }),
  )
})
