import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { BUG } from './guard.ts'
import { readSecret, revealDialog, rotate, signIn, tokenRow } from './steps.ts'

/** From now on nothing on the page that says how long ago something was can be drawn; the page draws it by the minute. */
async function breakDates(page: Page): Promise<void> {
  await page.evaluate((message) => {
    Object.defineProperty(Intl, 'RelativeTimeFormat', {
      value: class {
        constructor() {
          throw new Error(message)
        }
      },
    })
  }, BUG)
  await page.clock.runFor(15_000)
}

test('a bug in the list leaves the secret on screen', async ({ page, provoke, sandbox }) => {
  provoke('caught bug')
  const { token } = await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await rotate(page, 'ci')
  await breakDates(page)
  await expect(page.getByText('This part of the page broke')).toBeVisible()
  expect(await readSecret(page)).not.toBe(token)
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'This part of the page broke', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(BUG)
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Reload the page' })).toBeVisible()
})

test('and so does one in the page of a token', async ({ page, provoke, sandbox }) => {
  provoke('caught bug')
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await breakDates(page)
  await expect(page.getByText('This part of the page broke')).toBeVisible()
  await readSecret(page)
})

test('a token that goes away under an open secret does not take it along', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  sandbox.failNext('GET', new RegExp(uuid), { status: 404, body: { detail: 'Not found.' }, times: 9 })
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(page.getByText('No such token, or not yours')).toBeVisible()
  await readSecret(page)
  await revealDialog(page).getByRole('checkbox', { name: 'I have stored it' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(tokenRow(page, 'ci').first()).toBeVisible()
})
