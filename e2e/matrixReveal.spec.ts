import type { Page } from 'playwright/test'
import { chromium } from 'playwright/test'
import { fillCreate, submit } from './createSteps.ts'
import { expect } from './fixtures.ts'
import { BUG } from './guard.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { acceptPrompts } from './pageSteps.ts'
import config from './playwright.config.ts'
import { expectNoSecret, readSecret, rotate } from './revealSteps.ts'
import { answered, sent, tokensPath, waitForPreload } from './sandboxSteps.ts'
import { endSessionElsewhere, enterPassword, signIn, signInByForm } from './sessionSteps.ts'

const notice = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text })

row.beforeEach(async ({ sandbox }) => {
  await sandbox.createToken('member', { name: 'ci' })
})

row('row 38: Back while a create is in flight is held and explained', async ({ page, sandbox }) => {
  await signIn(page, 'member', '/nowhere')
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'Create personal access token' })
  await fillCreate(form, 'slow', 'PROJECT.LIST')
  const release = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await page.evaluate(() => history.back())
  await expect(form.getByRole('alert')).toHaveText('The secret is on its way. Leaving now would lose it.')
  release()
  await readSecret(page)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
})

row('row 38: the same for a rotation', async ({ page, sandbox }) => {
  await signIn(page, 'member', '/nowhere')
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  const dialog = await choose(page, 'Rotate', 'ci')
  const release = sandbox.holdNext('POST', /rotate/)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await page.evaluate(() => history.back())
  await expect(dialog.getByRole('alert')).toHaveText('The secret is on its way. Leaving now would lose it.')
  release()
  await readSecret(page)
})

row('row 40: a reload with the secret on screen is asked about, and spoken of after', async ({ page }) => {
  acceptPrompts(page)
  await signIn(page, 'member')
  await rotate(page, 'ci')
  const secret = await readSecret(page)
  const asked = page.waitForEvent('dialog')
  await page.reload()
  expect((await asked).type()).toBe('beforeunload')
  await signIn(page, 'member')
  await expect(notice(page, 'Did you save the secret of ci?')).toContainText('It cannot be shown again.')
  await expectNoSecret(page, secret)
})

row('row 40: Back and a link do not take the secret away', async ({ page }) => {
  await signIn(page, 'member', '/nowhere')
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  const dialog = await rotate(page, 'ci')
  await page.evaluate(() => history.back())
  await expect(dialog.getByRole('alert')).toContainText('You have not copied this secret.')
  await dialog.getByRole('button', { name: 'Go back' }).click()
  await readSecret(page)
})

row('row 40: a session that ends covers the secret, for its user alone', async ({ origin, page, provoke, sandbox }) => {
  provoke(401)
  await signIn(page, 'member')
  await expect(tokenRow(page, 'ci')).toBeVisible()
  const release = sandbox.holdNext('GET', tokensPath)
  const dialog = await rotate(page, 'ci')
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByRole('code')).toBeVisible()
  await endSessionElsewhere(sandbox, origin, 'member')
  release()
  const cover = page.getByRole('dialog', { name: 'Your session ended' })
  await expect(cover).toContainText('The new secret is still here.')
  await enterPassword(page, 'member')
  await expect(cover).toHaveCount(0)
  await expect(dialog.getByRole('code')).toHaveCount(0)
  await readSecret(page)
})

row('row 40: the browser’s memory of the page for Back holds no secret', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  // Playwright switches that memory off; this browser has it.
  const { launchOptions = {}, permissions, locale } = config.use ?? {}
  const browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const own = await browser.newPage({ baseURL: origin, permissions: permissions ?? [], locale: locale ?? 'en-GB' })
  acceptPrompts(own)
  await signInByForm(own, 'member')
  await rotate(own, 'ci')
  const secret = await readSecret(own)
  await own.goto(`${origin}/icon.svg`)
  await own.goBack()
  await expect(own.getByRole('heading', { name: 'Sign in' }).or(own.getByRole('table'))).toBeVisible()
  expect(await own.content()).not.toContain(secret)
  await enterPassword(own, 'member')
  await expect(notice(own, 'Did you save the secret of ci?')).toBeVisible()
  await browser.close()
  expect((await sandbox.tokensOf('member')).filter(({ name }) => name === 'ci')).toHaveLength(2)
})

for (const what of ['denied', 'absent']) {
  row(`row 41: with the clipboard ${what} nothing is called copied that is not`, async ({ page }) => {
    await page.addInitScript((isAbsent) => {
      const writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
      Object.defineProperty(navigator, 'clipboard', { value: isAbsent ? undefined : { writeText } })
      document.execCommand = () => false
    }, what === 'absent')
    await signIn(page, 'member')
    const dialog = await rotate(page, 'ci')
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(dialog.getByRole('status')).toHaveText(
      'The browser did not let us copy. The secret is selected: press Ctrl+C.',
    )
    const secret = (await dialog.getByRole('code').textContent()) ?? ''
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(secret)
    await expect(dialog.getByText('Copied', { exact: true })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog.getByRole('alert')).toContainText('You have not copied this secret.')
  })
}

row(
  'row 58: a sign-out in another tab covers the page with its secret, which may be closed as it is',
  async ({ context, page, sandbox }) => {
    await signIn(page, 'member')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    const [other, third] = [await context.newPage(), await context.newPage()]
    await signIn(third, 'member')
    await signIn(other, 'member')
    // The lists of three tabs, what they ask for beforehand, and of this one three looks for a twin and the list anew:
    // then nothing is asked any more that would meet the end first.
    await waitForPreload(sandbox, 3)
    await expect.poll(() => answered(sandbox, 200, tokensPath)).toBe(7)
    await other.getByRole('button', { name: 'Account menu' }).click()
    await other.getByRole('menuitem', { name: 'Sign out' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(third.getByRole('dialog', { name: 'Your session ended' })).toBeVisible()
    const cover = page.getByRole('dialog', { name: 'Your session ended' })
    await expect(cover).toContainText('The new secret is still here.')
    await expectNoSecret(page, secret)
    await cover.getByRole('button', { name: 'Done' }).click()
    await cover.getByRole('button', { name: 'Close without it' }).click()
    await expect(cover).toContainText('Sign in to go on where you were.')
    await expectNoSecret(page, secret)
  },
)

row(
  'row 61: a bug in the reveal itself leads to a page with a way on, and the secret is spoken of after',
  async ({ page, provoke }) => {
    provoke('caught bug')
    acceptPrompts(page)
    await signIn(page, 'member')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await page.evaluate((message) => {
      // Of the formatters that are there, and of those to come.
      Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
        get: () => {
          throw new Error(message)
        },
      })
    }, BUG)
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).click()
    await expect(page.getByRole('heading', { name: 'Something broke on this page' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to the list' })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(BUG)
    await expectNoSecret(page, secret)
    await page.getByRole('button', { name: 'Reload the page' }).click()
    await signIn(page, 'member')
    await expect(notice(page, 'Did you save the secret of ci?')).toBeVisible()
  },
)
