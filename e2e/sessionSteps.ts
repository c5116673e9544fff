import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import { sandboxOf } from './guard.ts'
import { click } from './pageSteps.ts'

/** The storage entry of a tab that was told to keep its sign-in. */
const SESSION = 'waldur-tokens.session'

/** Fills in and submits the password form, without checking the result. */
export async function enterPassword(page: Page, username: string, password = username): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** From the next page on, the tab is signed in, as after the reload of a tab that keeps its sign-in. */
export const staySignedIn = (page: Page, token: string): Promise<{ dispose(): Promise<void> }> =>
  page.addInitScript(signedInScript(token))

/** What `staySignedIn` runs before any script of the page. The empty page before it has no storage in Firefox. */
export const signedInScript = (token: string): string =>
  `try { sessionStorage.setItem(${JSON.stringify(SESSION)}, ${JSON.stringify(`Token ${token}`)}) } catch {}`

/** Fills in and submits the token form, without checking the result. */
export async function enterToken(page: Page, text: string, press = click): Promise<void> {
  await press(page.getByRole('button', { name: 'Use an API token instead' }))
  await page.getByLabel('API token').fill(text)
  await press(page.getByRole('button', { name: 'Sign in', exact: true }))
}

/** Opens a path of the app and signs in there with the password, which is the username. */
export async function signInByForm(page: Page, username: string, path = '/tokens'): Promise<void> {
  await page.goto(path)
  await enterPassword(page, username)
  await expectSignedIn(page)
}

/**
 * Opens a path of the app with the user signed in. As after the form, the session is only in the page's memory: a
 * reload ends it.
 */
export async function signIn(page: Page, username: string, path = '/tokens'): Promise<void> {
  const key = await sandboxOf(page.context()).signIn(username)
  const script = await staySignedIn(page, key)
  await page.goto(path)
  await script.dispose()
  await expectSignedIn(page)
  await page.evaluate((entry) => sessionStorage.removeItem(entry), SESSION)
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
}

export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeHidden()
}

/** Opens the confirmation for signing out. */
export async function askToSignOut(page: Page, press = click): Promise<Locator> {
  await press(page.getByRole('button', { name: 'Account menu' }))
  await press(page.getByRole('menuitem', { name: 'Sign out' }))
  return page.getByRole('dialog', { name: 'Sign out everywhere?' })
}

/** Ends the user's session as HomePort's sign-out does: the page notices with its next 401. */
export async function endSessionElsewhere(page: Page, username: string): Promise<void> {
  const key = await sandboxOf(page.context()).signIn(username)
  const response = await page.request.post('/api-auth/logout/', { headers: { Authorization: `Token ${key}` } })
  expect(response.status()).toBe(204)
}

/** What hides the page once its session has ended, with a sign-in. */
export const coverOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Your session ended' })
