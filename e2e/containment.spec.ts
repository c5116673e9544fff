import { openFilled, submit, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { acceptPrompts, breakDates, comeBackOnline } from './pageSteps.ts'
import { clipboardStatus, lossQuestion, outcomeOf, readSecret, rotate, storeAndClose } from './revealSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { look, lookEverywhere } from './secretMoments.ts'
import { coverOf, endSessionElsewhere, signIn } from './sessionSteps.ts'

test.describe('a secret', () => {
  test.beforeEach(async ({ sandbox }) => {
    await sandbox.createToken('norole', { name: 'ci' })
  })

  test('is on screen while it is shown, and nowhere afterwards', async ({ page }) => {
    await page.clock.install()
    await signIn(page, 'norole', '/nowhere')
    await page.getByRole('link', { name: 'Go to your tokens' }).click()
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    await look(page, secret, 'open and hidden')
    const toggle = dialog.getByRole('button', { name: /^(Show|Hide) secret$/ })
    await toggle.click()
    await look(page, secret, 'shown')
    await page.emulateMedia({ media: 'print' })
    await look(page, secret, 'shown, on paper')
    await page.emulateMedia({ media: 'screen' })
    await toggle.click()
    await look(page, secret, 'hidden again')
    await page.keyboard.press('Escape')
    await expect(dialog.getByRole('note')).toContainText('This stays open')
    await look(page, secret, 'after Escape')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(lossQuestion(dialog)).toContainText('haven’t copied')
    await look(page, secret, 'asked before closing')
    await dialog.getByRole('button', { name: 'Go back' }).click()
    await storeAndClose(page)
    await lookEverywhere(page, secret, 'closed')
    await page.clock.runFor(1000)
    await look(page, secret, 'a second later')
    await tokenRow(page, 'ci').getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
    await look(page, secret, 'on another page')
    await page.goBack()
    await expect(tokenRow(page, 'ci')).toHaveCount(2)
    await look(page, secret, 'after Back')
    await page.goForward()
    await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
    await look(page, secret, 'after Forward')
    await page.getByRole('button', { name: 'Account menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await look(page, secret, 'signed out', true)
  })

  test('is on the clipboard once it is copied, and does not survive a reload', { tag: '@slow' }, async ({ page }) => {
    acceptPrompts(page)
    const form = await openFilled(page, 'member', 'fresh', 'PROJECT.LIST')
    let dialog = await submitAndReveal(page, form)
    let secret = await readSecret(page)
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(clipboardStatus(dialog)).toHaveText('Copied')
    await look(page, secret, 'copied')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(dialog).toBeHidden()
    await lookEverywhere(page, secret, 'closed, after it was copied')

    dialog = await rotate(page, 'fresh')
    secret = await readSecret(page)
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await look(page, secret, 'after a reload while shown')
    await signIn(page, 'member')
    await expect(page.getByRole('note')).toContainText('Did you save the secret for fresh?')
    // The heap is that of a new document.
    await look(page, secret, 'after a reload', true)
  })

  test('stays in its tab, and is covered when a session ends', { tag: '@slow' }, async ({ context, page, provoke }) => {
    provoke(401)
    await signIn(page, 'norole')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    const other = await context.newPage()
    await signIn(other, 'norole')
    await look(other, secret, 'in another tab')
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    await endSessionElsewhere(page, 'norole')
    await comeBackOnline(page)
    const cover = coverOf(page)
    await expect(cover).toContainText('The new secret is still here.')
    await look(page, secret, 'session ended while shown')
    await other.reload()
    await expect(other.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
    await look(other, secret, 'signed out in another tab')
    await cover.getByRole('button', { name: 'Done' }).click()
    await cover.getByRole('button', { name: 'Close anyway' }).click()
    await expect(cover).toContainText('Sign in to pick up where you left off.')
    await lookEverywhere(page, secret, 'closed, after the session ended')
  })

  test('is selected if the clipboard denies it, and does not survive a crash', { tag: '@slow' }, async ({
    page,
    provoke,
  }) => {
    provoke('caught bug')
    acceptPrompts(page)
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied.', 'NotAllowedError'))
      const own = document.execCommand.bind(document)
      let times = 0
      document.execCommand = (...command) => {
        times += 1
        return times > 1 && own(...command)
      }
    })
    await signIn(page, 'norole')
    const dialog = await rotate(page, 'ci')
    const secret = await readSecret(page)
    const copy = dialog.getByRole('button', { name: 'Copy', exact: true })
    await copy.click()
    await expect(clipboardStatus(dialog)).toContainText('Press Ctrl+C')
    await look(page, secret, 'copied by hand')
    await copy.click()
    await expect(clipboardStatus(dialog)).toHaveText('Copied')
    await look(page, secret, 'copied the older way')
    await dialog.getByRole('button', { name: 'Show secret' }).click()
    await breakDates(page)
    await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).click()
    await expect(page.getByRole('heading', { name: 'Something went wrong on this page' })).toBeVisible()
    await lookEverywhere(page, secret, 'after a crash')
  })
})

test('a secret that is downloaded and tested is sent, and left nowhere', { tag: '@slow' }, async ({
  page,
  sandbox,
}) => {
  await sandbox.createToken('norole', { name: 'ci' })
  await sandbox.createToken('norole', { name: 'other' })
  await signIn(page, 'norole')
  let dialog = await rotate(page, 'ci')
  const first = await readSecret(page)
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download .env' }).click()
  await download
  await expect(dialog.getByRole('status', { name: 'Download' })).toContainText('It contains the secret')
  await look(page, first, 'downloaded')
  await dialog.getByRole('button', { name: 'Test token' }).click()
  await expect(dialog.getByRole('status', { name: 'Test result' })).toContainText('Waldur accepted the token')
  await look(page, first, 'downloaded and tested')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await look(page, first, 'closed after both', true)

  dialog = await rotate(page, 'other')
  const second = await readSecret(page)
  const release = sandbox.holdNext('GET', '/api/users/me/')
  await dialog.getByRole('button', { name: 'Test token' }).click()
  await expect(dialog.getByRole('status', { name: 'Test result' })).toHaveText('Testing…')
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await lookEverywhere(page, second, 'closed while being tested', [first])
  release()
})

test('a secret whose response breaks off is nowhere, although the page has read a part of it', {
  tag: '@slow',
}, async ({ origin, page, provoke, sandbox }) => {
  provoke('broken connection')
  const form = await openFilled(page, 'owner', 'cut', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'midBody', 200)
  await submit(form)
  await expect(outcomeOf(form)).toContainText('was created')
  // The stored response of the same key is the only way to learn what was lost.
  const key = sandbox.requests.findLast(({ method, path }) => method === 'POST' && path === tokensPath)?.key ?? ''
  const response = await fetch(origin + tokensPath, {
    method: 'POST',
    headers: { Authorization: `Token ${await sandbox.signIn('owner')}`, 'Idempotency-Key': key },
  })
  const { token: secret } = (await response.json()) as { token: string }
  await lookEverywhere(page, secret, 'after a response cut in its middle')
  await form.getByRole('button', { name: 'Leave it as is' }).click()
  await expect(form).toBeHidden()
  await look(page, secret, 'after a lost response, looked into')
  // The user left it on purpose, so no notice has followed.
  await expect(page.getByRole('note')).toHaveCount(0)
})
