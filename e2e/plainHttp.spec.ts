import { test as base, expect } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import journeys from './playwright.config.ts'
import { enterPassword, expectSignedIn } from './sessionSteps.ts'

const HOST = 'tokens.example.test'

/** The page under a name other than localhost: over plain HTTP it is not a secure context. */
const test = base.extend<{ address: string }>({
  address: async ({ origin, origins }, provide) => {
    const address = origin.replace('127.0.0.1', HOST)
    origins.add(address)
    await provide(address)
  },
})
const { args = [], ...launch } = journeys.use?.launchOptions ?? {}
test.use({ launchOptions: { ...launch, args: [...args, `--host-resolver-rules=MAP ${HOST} 127.0.0.1`] } })

test('over an unencrypted connection there is no sign-in, with a reason', async ({
  address,
  page,
  provoke,
  sandbox,
}) => {
  provoke('no secure context')
  await page.goto(`${address}/tokens`)
  await expect(page.getByRole('note')).toContainText('This connection isn’t encrypted')
  await expect(page.getByRole('note')).toContainText('https://')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expect(page.getByLabel('Password', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Use an API token instead' })).toHaveCount(0)
  expect(sandbox.requests.filter(({ method }) => method === 'POST')).toEqual([])
})

test.describe('where the operator allows it', () => {
  test.use({ placement: { config: { allowPlainHttp: true } } })

  test('signing in works, and every page warns about the connection', async ({ address, page, provoke }) => {
    provoke('no secure context')
    await page.goto(`${address}/tokens`)
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    const band = page.getByText('This connection isn’t encrypted. Others on the network can read your tokens.')
    await expect(band).toBeVisible()
    await tokenRow(page, 'terraform').getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
    await expect(band).toBeVisible()
  })
})
