import { expect, test } from './fixtures.ts'
import { choose, expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('all of them are loaded and counted, the first page at once', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    await expect(page.getByText('100 of 361 loaded…')).toBeVisible()
    await expectTokens(page, 100)
    release()
    await expect(page.getByText('7 active, 361 in all')).toBeVisible()
    await expectTokens(page, 361)
    for (const name of ['nightly-backup', 'pipeline-00350', 'pipeline-00001']) {
      await searchTokens(page, name)
      await expect(tokenRow(page, name)).toHaveCount(1)
    }
    expect(sent(sandbox, 'GET', tokensPath)).toBe(4)
  })

  test('a wait that Waldur asks for between pages is said with the count', async ({ page, provoke, sandbox }) => {
    provoke(503)
    sandbox.failNext('GET', /[?&]page=2/, { status: 503, headers: { 'Retry-After': '5' } })
    await signInByForm(page, 'owner')
    await expect(page.getByText(/^100 of 361 loaded\. Waldur asks us to wait\. Trying again in/)).toBeVisible()
    await expect(page.getByText('7 active, 361 in all')).toBeVisible()
  })

  row(
    'row 14: a later page that fails leaves the earlier ones, and can be asked again',
    async ({ page, provoke, sandbox }) => {
      provoke(500)
      // With the one before it, and then by itself.
      sandbox.failNext('GET', /[?&]page=3/, { status: 500, times: 2 })
      await signInByForm(page, 'owner')
      const notice = page.getByRole('alert')
      await expect(notice).toContainText('Not all of your tokens could be loaded; those shown are right.')
      await expect(page.getByText('200 of 361 loaded', { exact: true })).toBeVisible()
      await notice.getByRole('button', { name: 'Try again' }).click()
      await expect(page.getByText('7 active, 361 in all')).toBeVisible()
      await expect(notice).toBeHidden()
    },
  )

  row(
    'row 14: a later page that fails once is asked again, and not those before it',
    async ({ page, provoke, sandbox }) => {
      provoke(500)
      sandbox.failNext('GET', /[?&]page=3/, { status: 500 })
      await signInByForm(page, 'owner')
      await expect(page.getByText('7 active, 361 in all')).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
      // The first four, and from the one that failed on.
      expect(sent(sandbox, 'GET', tokensPath)).toBe(6)
    },
  )

  row('row 14: a later page that fails when all is read anew takes no row away', async ({ page, provoke, sandbox }) => {
    provoke(500)
    await signIn(page, 'owner')
    await expect(page.getByText('7 active, 361 in all')).toBeVisible()
    const dialog = await choose(page, 'Revoke', 'terraform')
    sandbox.failNext('GET', /[?&]page=4/, { status: 500, times: 2 })
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'This list could not be refreshed.' })
    await expect(notice).toBeVisible()
    await expectTokens(page, 361)
    await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  })
})
