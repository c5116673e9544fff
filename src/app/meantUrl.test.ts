import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { meantUrl } from './meantUrl.ts'
import { withoutUrlSecrets } from './urlSecrets.ts'

const token = '/tokens/0f6c2f0f2d4f4f0d9c3a6f1d2b3c4d5e'
const request = '/tokens/new#name=deploy%20bot&scopes=ORDER.LIST,B.LIST&days=30'

describe('meantUrl', () => {
  it.each([
    ['the dot of a sentence', `${token}.`, token],
    ['brackets', `${token})`, token],
    ['quotes and more', `${token}").`, token],
    ['encoded quotes', `${token}%22%29`, token],
    ['an invisible character', `${token}%E2%80%8B`, token],
    ['emphasis', `${token}**`, token],
    ['the words of a link in a chat', `${token}|the%20token`, token],
    ['the same, encoded', `${token}%7Cthe%20token`, token],
    ['the words of a link to the list', '/portal/tokens|My%20tokens', '/portal/tokens'],
    ['the words of a link to a view', '/tokens?q=a&show=expired|My%20tokens', '/tokens?q=a&show=expired'],
    ['the words of a request link', `${request}|Create%20it`, request],
    ['a genitive', `${token}'s`, token],
    ['a printed genitive', `${token}%E2%80%99s`, token],
    ['a link in Markdown', `${token}](https://example.org${token})`, token],
    ['a link in Markdown to the form', '/tokens/new](x', '/tokens/new'],
    ['a bracket behind the list', '/portal/tokens)', '/portal/tokens'],
    ['a bracket behind a view', '/tokens?q=a&show=expired).', '/tokens?q=a&show=expired'],
    ['a quote behind a view', '/tokens?q=a&show=expired“', '/tokens?q=a&show=expired'],
    ['a dot behind a request', `${request}.`, request],
    ['an encoded quote behind a request', `${request}%E2%80%9D`, request],
    ['the source of a mail', request.replaceAll('&', '&amp;'), request],
    ['the source of a page', '/tokens?q=a&amp;sort=name', '/tokens?q=a&sort=name'],
    [
      'numbers for characters of HTML',
      '/tokens?q=a&#38;show=expired&#x26;sort=name',
      '/tokens?q=a&show=expired&sort=name',
    ],
    ['the end of a tag', `${token}&gt;`, token],
    ['a quote in a page', `${token}&quot;&gt;).`, token],
    ['a quote by number', `${token}&#39;`, token],
    ['a bracket behind a view, in a page in a page', '/tokens?q=a&show=expired&amp;gt;', '/tokens?q=a&show=expired'],
    ['an encoded #', request.replace('#', '%23'), request],
    ['a # encoded twice', '/tokens/new%2523name=deploy%2520bot', '/tokens/new#name=deploy%20bot'],
    ['a ? encoded three times', '/tokens%25253Fshow=expired', '/tokens?show=expired'],
    ['everything encoded twice', '/tokens/new%2523name%253Dci%2526days%253D30', '/tokens/new#name=ci&days=30'],
    ['the source of a page in a page', '/tokens/new#name=a&amp;amp;days=30', '/tokens/new#name=a&days=30'],
    ['everything encoded', `/tokens/new${encodeURIComponent(request.slice('/tokens/new'.length))}`, request],
    ['an encoded ?', '/tokens%3Fshow=expired', '/tokens?show=expired'],
    ['a ? for the #', request.replace('#', '?'), request],
    ['a ? for the #, behind a slash', request.replace('new#', 'new/?'), request.replace('#', '/#')],
    ['a ? and a #', '/tokens/new?name=a#days=30', '/tokens/new#name=a&days=30'],
    ['an encoded ? for the #', request.replace('#', '%3F'), request],
    ['all at once', `${request.replace('#', '%23').replaceAll('&', '&amp;')}).`, request],
  ])('undoes %s', (_what, url, meant) => expect(meantUrl(url)).toBe(meant))

  it.each([
    '/',
    '/tokens',
    '/tokens/',
    '/tokens?q=10.1.',
    '/tokens?q=(a)',
    '/tokens?q=100%25',
    '/tokens?q=%26amp%3B',
    '/tokens/new',
    '/tokens/new?q=a',
    '/tokens/new#name=deploy%20(bot)',
    '/tokens/new#network=2001:db8::',
    '/tokens/new?utm=x#name=a',
    '/tokens/%C3%B5',
    '/tokens.v2/tokens/new',
    `${token}/x`,
    '//evil.example/',
    request,
  ])('leaves %s alone', (url) => expect(meantUrl(url)).toBe(url))

  it('never changes what it made, and never another host', () => {
    const piece = fc.constantFrom(
      ...['/', 'tokens', '/new', '?', '#', '&', '&amp;', '%23', '%3F', '%26', '%', '=', '.', ')', 'name', 'days=', 'a'],
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const url = `/tokens${pieces.join('')}`
        const meant = meantUrl(url)
        expect(meant).toMatch(/^\/tokens/)
        if (!/%(23|3f)|&amp;/i.test(meant)) expect(meantUrl(meant)).toBe(meant)
      }),
      { numRuns: 3000 },
    )
  })
})

test('a secret that becomes a parameter is found afterwards', () => {
  const key = '0123456789'
  expect(withoutUrlSecrets(meantUrl(`/tokens/new%23name=a&token=${key}`))).toBe('/tokens/new#name=a')
})
