import type { Page } from 'playwright/test'
import { chromium } from 'playwright/test'
import { fillCreate, submit } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect } from './fixtures.ts'
import { BUG } from './guard.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { acceptPrompts, alerts, breakDates } from './pageSteps.ts'
import config from './playwright.config.ts'
import {
  clipboardStatus,
  expectNoSecret,
  lossQuestion,
  readSecret,
  rotate,
  storeAndClose,
  waitForChecks,
} from './revealSteps.ts'
import { responsesWith, sent, tokensPath, waitForPreload } from './sandboxSteps.ts'
import { coverOf, endSessionElsewhere, enterPassword, signIn, signInByForm } from './sessionSteps.ts'

const notice = (page: Page) => page.getByRole('note').filter({ hasText: 'Did you save the secret for ci?' })

row.beforeEach(async ({ sandbox }) => {
  await sandbox.createToken('member', { name: 'ci' })
})

row('row 38: Back during a create or a rotation is stopped with a reason', async ({ page, sandbox }) => {
  const stopped = 'The secret is on its way. If you leave now, you’ll lose it.'
  await signIn(page, 'member', '/nowhere')
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await fillCreate(form, 'slow', 'PROJECT.LIST')
  const create = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await page.evaluate(() => history.back())
  await expect(alerts(form)).toHaveText(stopped)
  create()
  await readSecret(page)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
  await storeAndClose(page)

  const dialog = await choose(page, 'Rotate', 'ci')
  const rotation = sandbox.holdNext('POST', /rotate/)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await page.evaluate(() => history.back())
  await expect(alerts(dialog)).toHaveText(stopped)
  rotation()
  await readSecret(page)
})

row('row 40: Back and a reload with the secret on screen ask first; a notice follows', async ({ page }) => {
  acceptPrompts(page)
  await signIn(page, 'member', '/nowhere')
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  const dialog = await rotate(page, 'ci')
  await page.evaluate(() => history.back())
  await expect(lossQuestion(dialog)).toContainText('You haven’t copied the secret.')
  await dialog.getByRole('button', { name: 'Go back' }).click()
  const secret = await readSecret(page)
  const prompt = page.waitForEvent('dialog')
  await page.reload()
  expect((await prompt).type()).toBe('beforeunload')
  await signIn(page, 'member')
  await expect(notice(page)).toContainText('It can’t be shown again.')
  await expectNoSecret(page, secret)
})

row(
  'row 40: when the session ends, a cover hides the secret until its user signs in',
  { tag: '@slow' },
  async ({ page, provoke, sandbox }) => {
    provoke(401)
    await signIn(page, 'member')
    await expect(tokenRow(page, 'ci')).toBeVisible()
    const release = sandbox.holdNext('GET', tokensPath)
    const dialog = await rotate(page, 'ci')
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    await expect(dialog.getByRole('code')).toBeVisible()
    await endSessionElsewhere(page, 'member')
    release()
    const cover = coverOf(page)
    await expect(cover).toContainText('The new secret is still here.')
    await enterPassword(page, 'member')
    await expect(cover).toHaveCount(0)
    await expect(dialog.getByRole('code')).toHaveCount(0)
    await readSecret(page)
  },
)

row('row 40: the browser’s back/forward cache holds no secret', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  // Playwright turns that cache off, so this test starts a browser that has it.
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
  await expect(notice(own)).toBeVisible()
  await browser.close()
  expect((await sandbox.tokensOf('member')).filter(({ name }) => name === 'ci')).toHaveLength(2)
})

row(
  'row 41: if the clipboard is denied or missing, the secret is selected, and reported as copied only once it is',
  async ({ page, sandbox }) => {
    await sandbox.createToken('member', { name: 'other' })
    await signIn(page, 'member')
    for (const [name, isMissing] of [
      ['ci', false],
      ['other', true],
    ] as const) {
      await page.evaluate((isMissing) => {
        const writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
        const value = isMissing ? undefined : { writeText }
        Object.defineProperty(navigator, 'clipboard', { value, configurable: true })
        document.execCommand = () => false
      }, isMissing)
      const dialog = await rotate(page, name)
      await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
      await expect(clipboardStatus(dialog)).toHaveText('Couldn’t copy. The secret is selected. Press Ctrl+C or ⌘C.')
      const secret = (await dialog.getByRole('code').textContent()) ?? ''
      expect(await page.evaluate(() => getSelection()?.toString())).toBe(secret)
      await expect(dialog.getByText('Copied', { exact: true })).toHaveCount(0)
      if (isMissing) {
        await page.keyboard.press('ControlOrMeta+C')
        await expect(clipboardStatus(dialog)).toHaveText('Copied')
        await expect(dialog.getByRole('code')).toHaveCount(0)
        await dialog.getByRole('button', { name: 'Done' }).click()
        await expect(dialog).toHaveCount(0)
        continue
      }
      await dialog.getByRole('button', { name: 'Done' }).click()
      await expect(lossQuestion(dialog)).toContainText('You haven’t copied the secret.')
      await dialog.getByRole('button', { name: 'Close anyway' }).click()
      await expect(dialog).toHaveCount(0)
    }
  },
)

row(
  'row 58: a sign-out in another tab covers the secret, and the cover can discard it',
  async ({ context, page, sandbox }) => {
    await page.clock.install()
    await signIn(page, 'member')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    // After that, and the lists of the other tabs, no request would notice the end of the session first.
    await waitForChecks(page, sandbox)
    const [other, third] = [await context.newPage(), await context.newPage()]
    await signIn(third, 'member')
    await signIn(other, 'member')
    await waitForPreload(sandbox, 3)
    await expect.poll(() => responsesWith(sandbox, 200, tokensPath)).toBeGreaterThanOrEqual(7)
    await other.getByRole('button', { name: 'Account menu' }).click()
    await other.getByRole('menuitem', { name: 'Sign out' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(coverOf(third)).toBeVisible()
    const cover = coverOf(page)
    await expect(cover).toContainText('The new secret is still here.')
    await expectNoSecret(page, secret)
    await cover.getByRole('button', { name: 'Done' }).click()
    await cover.getByRole('button', { name: 'Close anyway' }).click()
    await expect(cover).toContainText('Sign in to pick up where you left off.')
    await expectNoSecret(page, secret)
  },
)

row(
  'row 61: a bug in the reveal leads to an error page with a way to continue, and to a notice about the secret',
  async ({ page, provoke }) => {
    provoke('caught bug')
    acceptPrompts(page)
    await signIn(page, 'member')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await breakDates(page)
    await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).click()
    await expect(page.getByRole('heading', { name: 'Something went wrong on this page' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Go to your tokens' })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(BUG)
    await expectNoSecret(page, secret)
    await page.getByRole('button', { name: 'Reload page' }).click()
    await signIn(page, 'member')
    await expect(notice(page)).toBeVisible()
  },
)
