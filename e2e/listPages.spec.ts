import { expect, test } from './fixtures.ts'
import { choose, expectTokens, openActions, searchTokens, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, waitForDialogs } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('the first page shows at once, and all pages are loaded and counted', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    await expect(page.getByText('100 of 361 loaded…')).toBeVisible()
    await expectTokens(page, 100)
    const filters = page.getByRole('group', { name: 'Filter tokens' }).getByRole('button')
    await expect(filters.first()).toHaveText('All 100+')
    await expect(filters.last()).toHaveText(/^Revoked \d+\+$/)
    release()
    await expect(page.getByText('361 tokens', { exact: true }).first()).toBeVisible()
    await expectTokens(page, 361)
    for (const name of ['nightly-backup', 'pipeline-00350', 'pipeline-00001']) {
      await searchTokens(page, name)
      await expect(tokenRow(page, name)).toHaveCount(1)
    }
    expect(sent(sandbox, 'GET', tokensPath)).toBe(4)
  })

  test('all rows are printed, without controls, and the page says what the browser’s search misses', async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await signIn(page, 'owner')
    await expect(page.getByText('361 tokens Your browser’s search')).toBeVisible()
    await page.keyboard.press('Control+f')
    await expect(page.getByRole('status').filter({ hasText: 'finds only visible rows' })).toBeVisible()
    await waitForDialogs(page)
    const menu = await openActions(page, 'nightly-backup')
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await expect(menu.locator('..'), 'no menu on paper').toHaveCSS('opacity', '0')
    const printed = page.getByRole('main').getByRole('row')
    await expect(printed).toHaveCount(362)
    await expect(printed.first(), 'dark on white').toHaveCSS('color', 'rgb(21, 26, 35)')
    await expect(printed.filter({ hasText: 'nightly-backup' })).toContainText('RESOURCE.UPDATE')
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark')
    await expect(menu.getByRole('menuitem', { name: 'Rotate' })).toBeFocused()
    await expect(page.getByRole('button', { name: 'Tools', exact: true })).toBeVisible()
  })

  test('if Waldur asks to wait between pages, the count says so', async ({ page, provoke, sandbox }) => {
    provoke(503)
    sandbox.failNext('GET', /[?&]page=2/, { status: 503, headers: { 'Retry-After': '5' } })
    await page.clock.install()
    await signInByForm(page, 'owner')
    await expect(
      page.getByText(/100 of 361 loaded\. The server asked this page to wait\. Trying again in/),
    ).toBeVisible()
    await page.clock.fastForward(5000)
    await expect(page.getByText('361 tokens', { exact: true }).first()).toBeVisible()
  })

  row(
    'row 14: if a later page fails, the earlier ones stay, and it can be retried',
    async ({ page, provoke, sandbox }) => {
      provoke(500)
      // The first time together with the page before it, the second time alone.
      sandbox.failNext('GET', /[?&]page=3/, { status: 500, times: 2 })
      await signInByForm(page, 'owner')
      const notice = alerts(page)
      await expect(notice).toContainText('Some of your tokens couldn’t be loaded. Those shown are correct.')
      await expect(page.getByText('200 of 361 loaded', { exact: true })).toBeVisible()
      const months = page.getByRole('toolbar', { name: 'Filter by month of expiration' }).getByRole('button')
      await expect(months.filter({ hasText: / at least \d+ tokens? expires?$| none so far$/ })).toHaveCount(12)
      await notice.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByText('361 tokens', { exact: true }).first()).toBeVisible()
      await expect(notice).toBeHidden()
    },
  )

  row(
    'row 14: a later page that fails once is retried alone, and a refresh that fails removes no row',
    async ({ page, provoke, sandbox }) => {
      provoke(500)
      sandbox.failNext('GET', /[?&]page=3/, { status: 500 })
      await signIn(page, 'owner')
      await expect(page.getByText('361 tokens', { exact: true }).first()).toBeVisible()
      await expect(alerts(page)).toHaveCount(0)
      // The first four pages, then the failed one and the one after it.
      expect(sent(sandbox, 'GET', tokensPath)).toBe(6)

      const dialog = await choose(page, 'Revoke', 'terraform')
      sandbox.failNext('GET', /[?&]page=4/, { status: 500, times: 2 })
      await dialog.getByRole('button', { name: 'Revoke token' }).click()
      await expect(page.getByRole('alert').filter({ hasText: 'This list couldn’t be refreshed.' })).toBeVisible()
      await expectTokens(page, 361)
      await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
    },
  )
})
