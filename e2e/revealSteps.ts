import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { createForm } from './dialogSteps.ts'
import { choose } from './listSteps.ts'
import { click, runClock } from './pageSteps.ts'
import { responsesWith, tokensPath } from './sandboxSteps.ts'
import type { Place } from './secretPlaces.ts'
import { findSecret } from './secretPlaces.ts'

/** The new secret: in a dialog after rotating, and in place of the form after creating. */
export const revealDialog = (page: Page, title = 'Copy the secret'): Locator =>
  page.getByRole('dialog', { name: title }).or(createForm(page, title))

/** What is known of the secret on the clipboard. */
export const clipboardStatus = (dialog: Locator): Locator => dialog.getByRole('status', { name: 'Copying the secret' })

/** What the page says of a request whose response was lost. It has a title and the focus. */
export const outcomeOf = (dialog: Locator): Locator => dialog.getByRole('note', { name: /./ })

/** What is asked before a secret is lost. */
export const lossQuestion = (dialog: Locator): Locator =>
  dialog.getByRole('group', { name: /It can’t be shown again\.$/ })

/** Confirms that the new secret is stored, and closes the dialog. */
export async function storeAndClose(page: Page): Promise<void> {
  const dialog = revealDialog(page)
  await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

/** Rotates a token that needs no confirmation. @returns the dialog with its new secret */
export async function rotate(page: Page, name: string): Promise<Locator> {
  const dialog = await choose(page, 'Rotate', name)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  return revealDialog(page)
}

/**
 * Runs the page's installed clock after the first rotation of a test, until the page requests nothing more on its own:
 * the list, three checks for a second token, and the list again.
 */
export const waitForChecks = (page: Page, sandbox: Sandbox): Promise<void> =>
  runClock(page, async () => expect(responsesWith(sandbox, 200, tokensPath)).toBeGreaterThanOrEqual(5))

/** Shows the secret in the reveal, reads it, and hides it again. */
export async function readSecret(page: Page, press = click): Promise<string> {
  const toggle = revealDialog(page).getByRole('button', { name: /^(Show|Hide) secret$/ })
  await press(toggle)
  const secret = await revealDialog(page).getByRole('code').textContent()
  await press(toggle)
  expect(secret).toMatch(/^w_\d{10}_[\w-]{43}$/)
  return secret ?? ''
}

/** The secret is nowhere in the page's reach but where it belongs: that of a sign-in is also sent as a header. */
export async function expectNoSecret(page: Page, secret: string, belongs: readonly Place[] = []): Promise<void> {
  expect(await findSecret(page, secret), 'places that hold the secret').toEqual(belongs)
}
