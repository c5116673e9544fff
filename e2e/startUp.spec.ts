import { expect, test } from './fixtures.ts'
import { expectTokens, tokenRow } from './listSteps.ts'
import { holdPage } from './pageScript.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { staySignedIn } from './sessionSteps.ts'

test('the first data are requested while the page’s script is still loading', async ({ page, sandbox }) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  const responses = [/\/api\/users\/me\//, /\/api\/personal-access-tokens\/\?page=1&/].map((address) =>
    page.waitForResponse(address),
  )
  await holdPage(page, Promise.all(responses))
  await page.goto('/tokens')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const requests = sandbox.requests.map(({ path }) => path.split('?')[0])
  expect(requests.filter((path) => path === '/api/users/me/')).toHaveLength(1)
  expect(requests.filter((path) => path === '/api/personal-access-tokens/')).toHaveLength(1)
})

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('so are the further pages of a long list', async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('owner'))
    await holdPage(page, page.waitForResponse(/\/api\/personal-access-tokens\/\?page=4&/))
    await page.goto('/tokens')
    await expectTokens(page, 361)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(4)
  })
})

test('without a session, only the ways to sign in are requested', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(sandbox.requests.filter(({ path }) => path !== '/api/configuration/')).toEqual([])
})
