import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES, languageFor } from './language.ts'

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
  ['a longer word is another language', { ...wish, browser: ['deu', 'est'] }, 'en'],
  ['the name of a property is none', { ...wish, chosen: 'constructor', browser: ['toString'] }, 'en'],
  ['without any wish it is English', wish, 'en'],
])('%s', (_rule, wishes, language) => {
  expect(languageFor(wishes)).toBe(language)
})

test('any preference leads to one of the languages', () => {
  const tag = fc.string()
  fc.assert(
    fc.property(fc.option(tag), fc.option(tag), fc.option(tag), fc.array(tag), (chosen, shared, preferred, browser) => {
      expect(Object.keys(LANGUAGES)).toContain(languageFor({ chosen, shared, preferred, browser }))
    }),
  )
})
