import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { withoutUrlSecrets } from './urlSecrets.ts'

const PAT = `w_1804075500_${'Ab-_9'.repeat(8)}xyz`
const KEY = '0123456789abcdef0123456789abcdef01234567'
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl-_'

describe('withoutUrlSecrets', () => {
  it.each([
    [`/tokens?token=${KEY}`, '/tokens'],
    [`/tokens#token=${KEY}`, '/tokens'],
    [`/tokens?token=${KEY}&q=ci`, '/tokens?q=ci'],
    [`/tokens?q=ci&token=${KEY}&sort=name`, '/tokens?q=ci&sort=name'],
    [`/tokens?q=ci&Access_Token=${KEY}#token=${KEY}`, '/tokens?q=ci'],
    [`/tokens?token=${KEY}#top`, '/tokens#top'],
    [`/tokens?%74oken=${KEY}`, '/tokens'],
    [`/#/tokens?token=${KEY}`, '/#/tokens'],
    [`/tokens?api_key=${KEY};q=ci`, '/tokens?q=ci'],
    [`/tokens/new#name=bot&scopes=ORDER.LIST&token=${KEY}&days=7`, '/tokens/new#name=bot&scopes=ORDER.LIST&days=7'],
    [`/tokens?authorization=Bearer+${PAT}`, '/tokens'],
    [`/tokens?q=${PAT}`, '/tokens?q=w_1804075500'],
    [`/tokens?q=w%5F1804075500%5F${PAT.slice(13)}`, '/tokens?q=w_1804075500'],
    [`/tokens/${PAT}`, '/tokens/w_1804075500'],
    [`/${PAT}/`, '/w_1804075500/'],
    [`/tokens#${PAT}`, '/tokens#w_1804075500'],
    [`/tokens?q=Bearer+${PAT}`, '/tokens?q=Bearer%20w_1804075500'],
    [`//evil.example/${PAT}`, '//evil.example/w_1804075500'],
    // A session token, under any key and in the path.
    [`/tokens?key=${KEY}&q=ci`, '/tokens?key=&q=ci'],
    [`/tokens?${KEY}`, '/tokens?'],
    [`/tokens#state=a:${KEY.toUpperCase()}`, '/tokens#state=a%3A'],
    [`/tokens/${KEY}/`, '/tokens//'],
    [`/tokens?q=Token+${KEY}`, '/tokens?q=Token%20'],
    // In any spelling.
    [`/tokens?q=${PAT.toUpperCase()}`, '/tokens?q=W_1804075500'],
    [`/tokens/${PAT.replace('_', '_%E2%80%8B')}`, '/tokens/w_1804075500'],
    [`/tokens?q=${PAT.replace('Ab', 'A%EF%BB%BFb')}`, '/tokens?q=w_1804075500'],
    [`/tokens?q=${KEY.slice(0, 20)}%C2%AD${KEY.slice(20)}`, '/tokens?q='],
    [`/tokens?to%E2%80%8Bken=${KEY}&q=ci`, '/tokens?q=ci'],
    [`/tokens?next=%252Ftokens%252F${PAT.replaceAll('_', '%255F')}`, '/tokens?next=%2Ftokens%2Fw_1804075500'],
    [`/tokens?q=${'%2525252525'}77${PAT.slice(1)}`, '/tokens?q=w_1804075500'],
    // A provider's token, and keys in other spellings.
    [`/tokens#state=${JWT}`, '/tokens#state='],
    [`/tokens#id_token=x&q=ci`, '/tokens#q=ci'],
    ['/tokens?accessToken=hunter2', '/tokens'],
    ['/tokens?api-key=hunter2', '/tokens'],
    ['/tokens?user[password]=hunter2&password[]=hunter2', '/tokens'],
    ['/#/sign-in/password=hunter2', '/'],
    // Inside another URL.
    ['/tokens?next=%2Flogin%3Fpassword%3Dhunter2%26q%3Dci', '/tokens?next=%2Flogin%3Fq%3Dci'],
    ['/tokens?next=%252Flogin%253Ftoken%253Dhunter2', '/tokens?next=%2Flogin'],
    // Beside a stray percent sign.
    [`/tokens?q=100%25%20${PAT}`, '/tokens?q=100%25%20w_1804075500'],
    [`/tokens?q=100%-${PAT.replaceAll('_', '%5F')}`, '/tokens?q=100%25-w_1804075500'],
    [`/tokens?q=%FF%77${PAT.slice(1)}`, '/tokens?q=%25FFw_1804075500'],
    [`/tokens?q=100%-${PAT}`, '/tokens?q=100%25-w_1804075500'],
  ])('makes %s harmless', (address, clean) => expect(withoutUrlSecrets(address)).toBe(clean))

  it.each([
    '/tokens?q=token&show=expired',
    '/tokens/new#name=token&scopes=A.B,C.D&bind=project:0123&network=10.0.0.0/8',
    '/tokens?&q=a&&b#',
    '/tokens?q=a%E2%80%8Bb',
    '/tokens?q=eyJust.eyJust.words&tokens=3&secrets[a]=b',
    `/tokens/${KEY.slice(8)}?q=${KEY}0&x=${KEY.slice(1)}`,
    '/tokens?q=%E0%A4%A&x=%00',
    '/tokens/..%2f..%2fetc',
    '//evil.example/%5C?next=javascript:alert(1)',
  ])('leaves %s alone', (address) => expect(withoutUrlSecrets(address)).toBe(address))

  test('removes secrets anywhere, and leaves a clean URL unchanged', () => {
    const noise = fc.stringMatching(/^[g-z%/?#&;=+.~-]{0,20}$/)
    const secret = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{43}$/), fc.stringMatching(/^[0-9a-f]{40}$/))
    // The place has to end the parameter before it, or the name would be a different one.
    const place = fc.constantFrom(
      '?token=',
      '#token=',
      '&TOKEN=',
      '/w_1804075500_',
      '?q=w_1804075500_',
      '#w_1804075500_',
    )
    fc.assert(
      fc.property(
        noise,
        place,
        secret,
        fc.constantFrom('', '&q=a', '#top', '/', '?x'),
        (before, where, random, after) => {
          const clean = withoutUrlSecrets(`/${before}${where}${random}${after}`)
          expect(clean).not.toContain(random)
          expect(withoutUrlSecrets(clean)).toBe(clean)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
