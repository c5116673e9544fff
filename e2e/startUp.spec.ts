import { cp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { pagesFolder } from './pages.ts'
import { tokenRow } from './steps.ts'

const PAGE_SCRIPT = /\/assets\/page-[^/]*\.js$/

/** As after a reload of a tab that keeps its sign-in. */
async function stayIn(page: Page, token: string): Promise<void> {
  await page.addInitScript((value) => sessionStorage.setItem('waldur-tokens.session', value), `Token ${token}`)
}

test('what is shown first is asked for while the script that draws it is still on its way', async ({
  page,
  sandbox,
}) => {
  await stayIn(page, await sandbox.signIn('owner'))
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

test('nothing is asked for by a page that nobody is signed in to', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(sandbox.requests.filter(({ path }) => path.startsWith('/api/users/me/'))).toEqual([])
})

test.describe('while a new version is put in place', () => {
  const folder = join(tmpdir(), `start-up-${process.pid}`)
  test.beforeAll(() => cp(pagesFolder, folder, { recursive: true }))
  test.afterAll(() => rm(folder, { recursive: true }))
  test.use({ sandboxOptions: { pages: folder } })

  test('that the script which draws the page is missing is said, and a reload gets it', async ({ page, provoke }) => {
    provoke(404)
    const script = (await readdir(join(folder, 'assets'))).find((name) => name.startsWith('page-')) ?? ''
    await rename(join(folder, 'assets', script), join(folder, 'not-yet'))
    await page.goto('/tokens')
    await expect(page.getByRole('alert')).toHaveText(
      'Waldur Tokens could not be loaded: the connection is gone, or a newer version was put in place. Reload the page.',
    )
    await rename(join(folder, 'not-yet'), join(folder, 'assets', script))
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
