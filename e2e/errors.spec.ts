import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { expectAccessible } from './axe.ts'
import { openFilled, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { BUG } from './guard.ts'
import { tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { readSecret, revealDialog, rotate } from './revealSteps.ts'
import { tokenPath, tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

/** Breaks the formatting of relative times, which the page renders again half a minute later. */
async function breakDates(page: Page, sandbox: Sandbox): Promise<void> {
  await page.evaluate((message) => {
    Intl.RelativeTimeFormat.prototype.format = () => {
      throw new Error(message)
    }
  }, BUG)
  // Both clocks, because the page uses the server's.
  sandbox.advance(30_000)
  await page.clock.runFor(30_000)
}

test('an error has details to pass on, without the body of the response', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', tokensPath, {
    status: 500,
    body: '<h1>Server Error</h1>',
    headers: { 'X-Request-ID': 'req-4711' },
  })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  const details = notice.getByRole('button', { name: 'Details', exact: true })
  await expect(details).toHaveAttribute('aria-expanded', 'false')
  await expect(notice.getByText('req-4711')).toBeHidden()
  await details.click()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(notice.getByText('req-4711')).toBeVisible()
  await expectAccessible(page)
  await notice.getByRole('button', { name: 'Copy details' }).click()
  await expect(notice.getByRole('status')).toHaveText('Copied')
  expect(await notice.getByText('req-4711').textContent()).toMatch(
    /^GET \/api\/personal-access-tokens\/\nHTTP 500\n\d{4}-\d\d-\d\dT[\d:.]{12}Z\nX-Request-ID: req-4711$/,
  )
})

row('row 61: a bug in the list leaves the secret on screen', async ({ page, provoke, sandbox }) => {
  provoke('caught bug')
  const { token } = await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await rotate(page, 'ci')
  await breakDates(page, sandbox)
  await expect(page.getByText('This part of the page stopped working')).toBeVisible()
  expect(await readSecret(page)).not.toBe(token)
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'This part of the page stopped working', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(BUG)
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload page' })).toBeVisible()
})

test('after a bug that happens once, the page renders again', async ({ page, provoke }) => {
  provoke('caught bug')
  await signIn(page, 'owner')
  const search = page.getByLabel('Search tokens', { exact: true })
  await search.fill('terraform')
  await expect(page.getByRole('link', { name: 'nightly-backup' })).toHaveCount(0)
  await page.evaluate((message) => {
    const { format } = Intl.RelativeTimeFormat.prototype
    Intl.RelativeTimeFormat.prototype.format = () => {
      Intl.RelativeTimeFormat.prototype.format = format
      throw new Error(message)
    }
  }, BUG)
  await search.clear()
  await expect(page.getByRole('link', { name: 'nightly-backup' })).toBeVisible()
})

test('a bug in one part of the form keeps the others, and what was entered', async ({ page, provoke }) => {
  provoke('caught bug')
  const form = await openFilled(page, 'owner', 'lost', 'PROJECT.CREATE_PERMISSION')
  await page.evaluate((message) => {
    const { format } = Intl.ListFormat.prototype
    Intl.ListFormat.prototype.format = () => {
      throw new Error(message)
    }
    addEventListener('repaired', () => {
      Intl.ListFormat.prototype.format = format
    })
  }, BUG)
  await form.getByRole('textbox', { name: 'Name' }).fill('kept')
  const pane = form.getByRole('region', { name: 'What this token can do' })
  await expect(alerts(pane)).toContainText('This part of the page stopped working')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kept')
  await page.evaluate(() => dispatchEvent(new Event('repaired')))
  await pane.getByRole('button', { name: 'Try again' }).click()
  await expect(pane).toContainText('kept will be able to')
  await expect(form.getByRole('heading', { name: 'Create token' })).toBeFocused()
  await submitAndReveal(page, form)
})

row('row 61: a bug in the page of a token does too', async ({ page, provoke, sandbox }) => {
  provoke('caught bug')
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await breakDates(page, sandbox)
  await expect(page.getByText('This part of the page stopped working')).toBeVisible()
  await readSecret(page)
})

test('a secret on screen stays if its token disappears', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  const release = sandbox.holdNext('GET', tokenPath(uuid))
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await sandbox.forgetInactive('owner')
  release()
  await expect(page.getByText('Token not found')).toBeVisible()
  await readSecret(page)
  await revealDialog(page).getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(tokenRow(page, 'ci').first()).toBeVisible()
})
