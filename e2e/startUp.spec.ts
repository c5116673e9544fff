import { expect, test } from './fixtures.ts'
import { expectTokens, tokenRow } from './listSteps.ts'
import { holdPage } from './pageScript.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { staySignedIn } from './sessionSteps.ts'

test('what is shown first is asked for while the script that draws it is still on its way', async ({
  page,
  sandbox,
}) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  const asked = [/\/api\/users\/me\//, /\/api\/personal-access-tokens\/\?page=1&/].map((address) =>
    page.waitForResponse(address),
  )
  await holdPage(page, Promise.all(asked))
  await page.goto('/tokens')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const requests = sandbox.requests.map(({ path }) => path.split('?')[0])
  expect(requests.filter((path) => path === '/api/users/me/')).toHaveLength(1)
  expect(requests.filter((path) => path === '/api/personal-access-tokens/')).toHaveLength(1)
})

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('so are the next pages of a long list', async ({ page, sandbox }) => {
    await staySignedIn(page, await sandbox.signIn('owner'))
    await holdPage(page, page.waitForResponse(/\/api\/personal-access-tokens\/\?page=4&/))
    await page.goto('/tokens')
    await expectTokens(page, 361)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(4)
  })
})

test('without a sign-in nothing is asked for but how one can sign in', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(sandbox.requests.filter(({ path }) => path !== '/api/configuration/')).toEqual([])
})
