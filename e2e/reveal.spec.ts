import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { acceptPrompts } from './pageSteps.ts'
import { clipboardStatus, expectNoSecret, lossQuestion, readSecret, rotate } from './revealSteps.ts'
import { statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

test.beforeEach(async ({ sandbox }) => {
  await sandbox.createToken('norole', { name: 'ci' })
})

/** Signs in and rotates a token. @returns the dialog with its new secret */
async function openReveal(page: Page) {
  await signIn(page, 'norole')
  return await rotate(page, 'ci')
}

test('the secret is shown on request only, and Done warns while it is not saved', { tag: '@firefox' }, async ({
  page,
}) => {
  const dialog = await openReveal(page)
  await expect(dialog.getByRole('heading', { name: 'Copy the secret' })).toBeFocused()
  await expect(dialog).toContainText('Waldur shows its secret only once.')
  await expect(dialog).toContainText('Not copied yet')
  await expect(dialog.getByRole('code')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  const secret = dialog.getByRole('code')
  await expect(secret).toHaveText(/^w_\d{10}_[\w-]{43}$/)
  await expect(secret).toHaveAttribute('translate', 'no')
  await expect(secret).toHaveAttribute('spellcheck', 'false')
  const text = (await secret.textContent()) ?? ''
  // However it is clicked, all of it is taken, and nothing else.
  for (const clickCount of [2, 3]) {
    await secret.click({ clickCount })
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(text)
  }
  await dialog.getByRole('button', { name: 'Hide secret' }).click()
  await expect(secret).toHaveCount(0)
  await expectNoSecret(page, text)

  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(lossQuestion(dialog)).toHaveText('You haven’t copied the secret. It can’t be shown again.')
  await expect(dialog.getByRole('button', { name: 'Go back' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Go back' }).click()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await dialog.getByRole('button', { name: 'Close anyway' }).click()
  await expect(dialog).toBeHidden()
  await expectNoSecret(page, text)
})

test('Copy puts the secret on the clipboard without showing it', { tag: '@firefox' }, async ({
  context,
  origin,
  page,
}) => {
  const dialog = await openReveal(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(dialog)).toHaveText('Copied')
  await expect(dialog.getByRole('code')).toHaveCount(0)
  const other = await context.newPage()
  await other.goto('/tokens')
  await other.getByRole('button', { name: 'Use an API token instead' }).click()
  await other.getByLabel('API token').press('ControlOrMeta+V')
  const secret = await readSecret(page)
  await expect(other.getByLabel('API token')).toHaveValue(secret)
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(200)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

/** Removes the browser's clipboard, or makes it reject, before the page's own code runs. */
async function breakClipboard(page: Page, how: 'absent' | 'denied') {
  await page.addInitScript((breakage) => {
    const writeText = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))
    Object.defineProperty(navigator, 'clipboard', { value: breakage === 'absent' ? undefined : { writeText } })
  }, how)
}

for (const how of ['absent', 'denied'] as const) {
  test(`with the clipboard ${how}, the older way copies the secret`, { tag: '@firefox' }, async ({ context, page }) => {
    await breakClipboard(page, how)
    const dialog = await openReveal(page)
    await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(clipboardStatus(dialog)).toHaveText('Copied')
    await expect(dialog.getByRole('code')).toHaveCount(0)
    const other = await context.newPage()
    await other.goto('/tokens')
    await other.getByRole('textbox', { name: 'Username' }).press('ControlOrMeta+V')
    await expect(other.getByRole('textbox', { name: 'Username' })).toHaveValue(await readSecret(page))
  })
}

test('Escape and a click outside do nothing, Escape says why, and printing does not show the secret', async ({
  page,
}) => {
  const dialog = await openReveal(page)
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('note')).toContainText('This stays open so you don’t lose the secret by accident.')
  await page.mouse.click(5, 5)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).focus()
  await page.keyboard.press('Escape')
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await page.keyboard.press('Shift')
  await expect(dialog.getByRole('note')).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Done' }).focus()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('note')).toContainText('This stays open so you don’t lose the secret by accident.')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeVisible()

  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByRole('code')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(dialog.getByText(/^w_\d{10}_/)).toBeHidden()
})

test('a reload asks exactly while the secret is not saved', { tag: '@firefox' }, async ({ page }) => {
  await signIn(page, 'norole')
  const asksAtFirst = await asksWhenShown(page, 'Not copied yet')
  const dialog = await rotate(page, 'ci')
  expect(await asksAtFirst()).toBe(true)

  const asksAfterCopying = await asksWhenShown(page, 'Copied')
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  expect(await asksAfterCopying()).toBe(false)

  const asksAfterTheExample = await asksWhenShown(page, 'The secret is no longer on your clipboard.')
  await dialog.getByRole('button', { name: 'Copy example' }).click()
  expect(await asksAfterTheExample()).toBe(true)

  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByText('The secret is no longer on your clipboard.')).toHaveCount(0)
  const prompts = acceptPrompts(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(prompts).toEqual([])
})

/** Whether a reload would ask when the reveal first shows the text, before any other code runs. */
async function asksWhenShown(page: Page, text: string) {
  const observed = await page.evaluateHandle((shown) => {
    const wouldAsk = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
    const dialogs = () => [...document.querySelectorAll('.MuiDialog-root')]
    return {
      answer: new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!dialogs().some(({ textContent }) => textContent?.includes(shown))) return
          observer.disconnect()
          resolve(wouldAsk())
        })
        observer.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    }
  }, text)
  return () => observed.evaluate(({ answer }) => answer)
}
