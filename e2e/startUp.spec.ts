import { expect, test } from './fixtures.ts'
import { staySignedIn, tokenRow } from './steps.ts'

const PAGE_SCRIPT = /\/assets\/page-[^/]*\.js$/

test('what is shown first is asked for while the script that draws it is still on its way', async ({
  page,
  sandbox,
}) => {
  await staySignedIn(page, await sandbox.signIn('owner'))
  const asked = [/\/api\/users\/me\//, /\/api\/personal-access-tokens\/\?page=1&/].map((address) =>
    page.waitForResponse(address),
  )
  await page.route(PAGE_SCRIPT, async (route) => {
    await Promise.all(asked)
    await route.continue()
  })
  await page.goto('/tokens')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const requests = sandbox.requests.map(({ path }) => path.split('?')[0])
  expect(requests.filter((path) => path === '/api/users/me/')).toHaveLength(1)
  expect(requests.filter((path) => path === '/api/personal-access-tokens/')).toHaveLength(1)
})

test('without a sign-in nothing is asked for but how one can sign in', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(sandbox.requests.filter(({ path }) => path !== '/api/configuration/')).toEqual([])
})
