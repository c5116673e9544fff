import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, test } from 'vitest'
import { alphabetically, asName, listing, number, setCatalog, Trans, t, translated, unmarked } from './i18n.tsx'
import et from './languages/et.json'
import { DAY, day, duration, relative } from './time.ts'

afterEach(() => setCatalog('en', {}))

const permissions = (count: number) => t('{{count}} permissions', { count, defaultValue_one: '1 permission' })

test('a sentence takes the plural form of its number', () => {
  expect([permissions(1), permissions(2)]).toEqual(['1 permission', '2 permissions'])
  setCatalog('et', et)
  const [one, other] = [et['{{count}} permissions_one'], et['{{count}} permissions_other']]
  expect([permissions(1), permissions(2), permissions(0)]).toEqual([
    ...[one.replace('{{count}}', '1'), other.replace('{{count}}', '2'), other.replace('{{count}}', '0')],
  ])
})

test('a missing translation stays in English, in the singular too', () => {
  setCatalog('de', {})
  expect([permissions(1), permissions(2), t('Sign in')]).toEqual(['1 permission', '2 permissions', 'Sign in'])
})

test('a language has as many plural forms as it needs', () => {
  const forms = ['zero', 'one', 'two', 'few', 'many', 'other']
  setCatalog('ar', Object.fromEntries(forms.map((form) => [`{{count}} permissions_${form}`, `${form} {{count}}`])))
  expect([0, 1, 2, 3, 11, 100].map(permissions)).toEqual(['zero 0', 'one 1', 'two 2', 'few 3', 'many 11', 'other 100'])
  setCatalog('ar', { '{{count}} permissions_other': '{{count}} إذن', 'Sign in': '' })
  expect([permissions(1), permissions(3), t('Sign in')]).toEqual(['1 إذن', '3 إذن', 'Sign in'])
})

test('an English sentence has the English form, whatever numbers are singular in the page’s language', () => {
  setCatalog('fr', {})
  expect([0, 1, 2].map(permissions)).toEqual(['0 permissions', '1 permission', '2 permissions'])
})

test('on a page from right to left, an inserted text keeps its own direction', () => {
  setCatalog('ar', { 'from {{address}}': 'من {{address}}', '{{count}} permissions_two': '{{count}} إذن' })
  expect(t('from {{address}}', { address: '2001:db8::1' })).toBe('من \u20682001:db8::1\u2069')
  expect(permissions(2)).toBe('2 إذن')
  expect(listing(['192.0.2.0/24', '2001:db8::/48'])).toBe('\u2068192.0.2.0/24\u2069 و\u20682001:db8::/48\u2069')
  setCatalog('de', { 'from {{address}}': 'von {{address}}' })
  expect(t('from {{address}}', { address: '2001:db8::1' })).toBe('von 2001:db8::1')
})

describe('names in a sentence', () => {
  const drawn = (text: string, parts = {}) => renderToStaticMarkup(createElement(Trans, { text, ...parts }))

  test('are left alone by translators', () => {
    const text = t('Used from [[address]] by [[name]]', { address: '192.0.2.7', name: '[[b]] {{x}}' })
    expect(drawn(text)).toBe('Used from <bdi translate="no">192.0.2.7</bdi> by <bdi translate="no">[[b]] {{x}}</bdi>')
    expect(unmarked(text)).toBe('Used from 192.0.2.7 by [[b]] {{x}}')
    expect(drawn(t('[[count]] of [[name]]', { name: 'ci' }), { count: createElement('b', {}, 3) })).toBe(
      '<b>3</b> of <bdi translate="no">ci</bdi>',
    )
  })

  test('may be a list, on a page from right to left as well', () => {
    setCatalog('ar', {})
    expect(drawn(t('In [[places]]', { places: listing(['a', 'b']) }))).toBe(
      'In <bdi translate="no">\u2068a\u2069 و\u2068b\u2069</bdi>',
    )
    expect(drawn(t('In {{places}}', { places: listing(['a', asName('b')]) }))).toMatch(
      /^In .*a.* و.*<bdi translate="no">b<\/bdi>.*$/,
    )
  })
})

test('a wrong placeholder stays as it is', () => {
  setCatalog('fr', { 'Open {{name}}': '{{nom}} <b>{{name}}</b> {{constructor}}' })
  expect(t('Open {{name}}', { name: '{{nom}} [[x]]' })).toBe('{{nom}} <b>{{nom}} [[x]]</b> {{constructor}}')
})

test('a word from data is translated if it is known', () => {
  expect(translated('ORDER.LIST', 'List order')).toBe('List order')
  setCatalog('et', et)
  expect(translated('ORDER.LIST', 'List order')).toBe(et['ORDER.LIST'])
  expect(translated('MOON.LIST', 'List moon')).toBe('List moon')
})

test('dates, times, numbers and lists follow the language', () => {
  const noon = Date.UTC(2026, 3, 3, 12)
  const said = () => [
    day(noon),
    relative(noon, noon + 3 * 60_000),
    duration(3 * 60_000),
    number(12_345.6),
    listing(['a', 'b', 'c', 'd'], 2),
  ]
  expect(said()).toEqual(['3 Apr 2026', '3 minutes ago', '3 minutes', '12,345.6', 'a, b and 2 more'])
  setCatalog('de', { '{{count}} more': '{{count}} weitere' })
  expect(said()).toEqual(['3. Apr. 2026', 'vor 3 Minuten', '3 Minuten', '12.345,6', 'a, b und 2 weitere'])
})

test('a day is the everyday word for it', () => {
  setCatalog('et', {})
  expect([duration(2 * DAY), duration(20 * DAY)]).toEqual(['2 päeva', '20 päeva'])
})

test('sorting follows the language', () => {
  const sorted = () => ['õpe', 'zürich', 'wiki', 'sõber'].toSorted(alphabetically)
  expect(sorted()).toEqual(['õpe', 'sõber', 'wiki', 'zürich'])
  setCatalog('et', {})
  expect(sorted()).toEqual(['sõber', 'zürich', 'wiki', 'õpe'])
})
