import fc from 'fast-check'
import { expect, test } from 'vitest'
import { directionOf, languageFor, offeredLanguages } from './language.ts'

const wish = { chosen: null, shared: null, preferred: null, browser: [] }

test.each([
  ['the choice wins over everything', { chosen: 'et', shared: 'de', preferred: 'de', browser: ['en'] }, 'et'],
  ['then what HomePort speaks', { ...wish, shared: 'et', preferred: 'de', browser: ['en'] }, 'et'],
  ['unless that is spoken here by nobody', { ...wish, shared: 'lt', preferred: 'de' }, 'de'],
  ['or is no language', { ...wish, shared: '[object Object]', preferred: 'de' }, 'de'],
  ['then what Waldur knows', { ...wish, preferred: 'de', browser: ['et'] }, 'de'],
  ['also where it is English', { ...wish, preferred: 'en', browser: ['et'] }, 'en'],
  ['then the browser', { ...wish, browser: ['et', 'de'] }, 'et'],
  ['the first of the browser’s that there is', { ...wish, browser: ['fi', 'de-CH', 'et'] }, 'de'],
  ['a country does not matter', { ...wish, preferred: 'et_EE' }, 'et'],
  ['nor do capitals and blanks', { ...wish, preferred: ' DE-at ' }, 'de'],
  ['an empty preference is none', { ...wish, preferred: '', browser: ['de'] }, 'de'],
  ['nor is a language that is not there', { ...wish, chosen: 'tlh', preferred: 'fr', browser: ['et'] }, 'et'],
  ['a longer word is another language', { ...wish, browser: ['dent', 'estonia'] }, 'en'],
  ['the name of a property is none', { ...wish, chosen: 'constructor', browser: ['toString'] }, 'en'],
  ['without any wish it is English', wish, 'en'],
])('%s', (_rule, wishes, language) => {
  expect(languageFor(wishes, ['en', 'et', 'de'])).toBe(language)
})

const added = ['en', 'pt-PT', 'pt-BR', 'zh-Hans', 'sr', 'fr-CA']

test.each([
  ['its own region', 'pt-PT', 'pt-PT'],
  ['the region where most speak it', 'pt', 'pt-BR'],
  ['any region rather than English', 'pt-AO', 'pt-PT'],
  ['the only region', 'fr', 'fr-CA'],
  ['a region that tells the script', 'zh-CN', 'zh-Hans'],
  ['no other script', 'zh-TW', 'en'],
  ['no other script of one region', 'sr-Latn', 'en'],
  ['the script of the country', 'sr_RS', 'sr'],
  ['capitals as they come', 'PT-br', 'pt-BR'],
])('an added language is spoken to those who want %s', (_rule, wanted, language) => {
  expect(languageFor({ ...wish, preferred: wanted }, added)).toBe(language)
  expect(languageFor({ ...wish, browser: [wanted] }, added)).toBe(language)
})

test('each language that is chosen is the one that is spoken', () => {
  for (const chosen of added) expect(languageFor({ ...wish, chosen }, added)).toBe(chosen)
})

test.each([
  ...['ar', 'he', 'fa', 'ur', 'ku-Arab', 'pa-PK', 'dv', 'ar-u-nu-latn'].map((tag) => [tag, 'rtl']),
  ...['en', 'et', 'pt-BR', 'zh-Hans', 'ku', 'pa', 'tlh', 'ar-Latn', ''].map((tag) => [tag, 'ltr']),
])('%s is written %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction)
})

test('any preference leads to one of the languages', () => {
  const tag = fc.string()
  fc.assert(
    fc.property(fc.option(tag), fc.option(tag), fc.option(tag), fc.array(tag), (chosen, shared, preferred, browser) => {
      const offered = [...offeredLanguages().keys()]
      expect(offered).toContain(languageFor({ chosen, shared, preferred, browser }, offered))
    }),
  )
})
