import { expect, it } from 'vitest'
import { unusableKeys } from '../deploy/check/page.mjs'
import { Settings } from '../src/api/deployment.ts'

// deploy/check runs without dependencies, so it repeats the page's rules for config.json.

const values = [
  null,
  true,
  1,
  '',
  ' ',
  'Puhuri',
  'localStorage',
  'cookie',
  'x'.repeat(60),
  ` ${'x'.repeat(60)} `,
  'x'.repeat(61),
  'https://waldur.example.org',
  'HTTPS://waldur.example.org',
  ' https://waldur.example.org',
  'https://waldur.example.org/',
  'https://waldur.example.org:443',
  'http://localhost:8000',
  'https:',
  'mailto:help@example.org',
  'MAILTO:help@example.org',
  'javascript:alert(1)',
  ['https://waldur.example.org'],
  ['fr'],
  {},
  { fr: 'Français', 'zh-Hans': '简体中文' },
  { fr: ' ' },
  { fr: 1 },
  { pt_BR: 'Português' },
]

it.each(Object.keys(Settings.shape))('check.mjs accepts the same values of %s as the page', (key) => {
  const accepted = values.filter((value) => unusableKeys({ [key]: value }).length === 0)
  expect(accepted).toEqual(values.filter((value) => Settings.safeParse({ [key]: value }).success))
  expect(accepted.length).toBeGreaterThan(0)
  expect(accepted.length).toBeLessThan(values.length)
})

it('check.mjs knows no other key', () => {
  expect(unusableKeys({ apiOrgin: 'https://waldur.example.org' })).toEqual(['apiOrgin'])
  expect(unusableKeys({ constructor: 'a' })).toEqual(['constructor'])
})
