import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import type { Place } from './secretPlaces.ts'
import { findSecret } from './secretPlaces.ts'

export const tokensPath = '/api/personal-access-tokens/'

/** How a button is pressed: with the mouse, unless a finger is said. */
type Press = (target: Locator) => Promise<void>
const click: Press = (target) => target.click()

/** Fills the password form and sends it; says nothing of the outcome. */
export async function enterPassword(page: Page, username: string, password = username): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** From the next page on the tab is signed in, as after a reload of one that keeps its sign-in. */
export const staySignedIn = (page: Page, token: string): Promise<unknown> =>
  page.addInitScript((value) => sessionStorage.setItem('waldur-tokens.session', value), `Token ${token}`)

/** Fills the token form and sends it; says nothing of the outcome. */
export async function enterToken(page: Page, text: string, press = click): Promise<void> {
  await press(page.getByRole('button', { name: 'Use an API token instead' }))
  await page.getByLabel('API token').fill(text)
  await press(page.getByRole('button', { name: 'Sign in', exact: true }))
}

/** Opens an address of the app and signs in there with the password, which is the user name. */
export async function signIn(page: Page, username: string, path = '/tokens'): Promise<void> {
  await page.goto(path)
  await enterPassword(page, username)
  await expectSignedIn(page)
}

export async function expectSignedIn(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeVisible()
}

export async function expectSignedOut(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeHidden()
}

export const tokenTable = (page: Page): Locator => page.getByRole('table', { name: 'Personal access tokens' })

/** The rows of the token, or tokens, of this name. */
export const tokenRow = (page: Page, name: string): Locator =>
  tokenTable(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name, exact: true }) })

/** How many tokens the table has, drawn or not: what a screen reader says, without the heads of the columns. */
export const expectTokens = (page: Page, count: number): Promise<void> =>
  expect(tokenTable(page)).toHaveAttribute('aria-rowcount', String(count + 1))

/** Narrows the list to what holds these words. */
export const searchTokens = (page: Page, text: string): Promise<void> =>
  page.getByRole('textbox', { name: 'Search tokens' }).fill(text)

/** Opens the menu of the token's row. */
export async function openActions(page: Page, name: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
  return page.getByRole('menu', { name: `Actions for ${name}` })
}

/** Opens the question that stands before signing out. */
export async function askToSignOut(page: Page, press = click): Promise<Locator> {
  await press(page.getByRole('button', { name: 'Account menu' }))
  await press(page.getByRole('menuitem', { name: 'Sign out' }))
  return page.getByRole('dialog', { name: 'Sign out?' })
}

export const tokenPath = (uuid: string): string => `${tokensPath}${uuid}/`

/** A disabled item's name goes on with the reason. */
export const menuItem = (menu: Locator, action: 'Rotate' | 'Revoke'): Locator =>
  menu.getByRole('menuitem', { name: new RegExp(`^${action}`) })

/** Opens the dialog of one of the row's actions. */
export async function choose(page: Page, action: 'Rotate' | 'Revoke', name: string): Promise<Locator> {
  const menu = await openActions(page, name)
  await menuItem(menu, action).click()
  const dialog = page.getByRole('dialog', { name: `${action} ${name}` })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Two clicks that arrive before the page could draw what the first one changed, as on a busy machine. */
export const clickTwiceAtOnce = (button: Locator): Promise<void> =>
  button.evaluate((element: HTMLElement) => {
    element.click()
    element.click()
  })

/** The dialog that shows a fresh secret. */
export const revealDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Copy your token' })

/** Says that the fresh secret is stored, and closes it. */
export async function storeAndClose(page: Page): Promise<void> {
  const dialog = revealDialog(page)
  await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

/** Rotates a token that asks for no tick, and answers the dialog with its new secret. */
export async function rotate(page: Page, name: string): Promise<Locator> {
  const dialog = await choose(page, 'Rotate', name)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  return revealDialog(page)
}

/** Shows the secret of the reveal, reads it, and hides it again. */
export async function readSecret(page: Page, press = click): Promise<string> {
  const toggle = revealDialog(page).getByRole('button', { name: 'Show secret' })
  await press(toggle)
  const secret = await revealDialog(page).getByRole('code').textContent()
  await press(toggle)
  expect(secret).toMatch(/^w_\d{10}_[\w-]{43}$/)
  return secret ?? ''
}

/** Ends the user's one session as HomePort's sign-out does: the page learns of it by its next 401. */
export async function endSessionElsewhere(sandbox: Sandbox, origin: string, username: string): Promise<void> {
  const key = await sandbox.signIn(username)
  const answer = await fetch(`${origin}/api-auth/logout/`, {
    method: 'POST',
    headers: { Authorization: `Token ${key}` },
  })
  expect(answer.status).toBe(204)
}

/** Tells the page that it was offline and is back, whereupon it asks again for what it shows. The network stays. */
export const comeBackOnline = (page: Page): Promise<void> =>
  page.evaluate(() => {
    dispatchEvent(new Event('offline'))
    dispatchEvent(new Event('online'))
  })

/** Waits for what the list, in so many tabs, asks for by itself: else that would meet the end of the session first. */
export async function waitForPreload(sandbox: Sandbox, tabs = 1): Promise<void> {
  for (const path of [tokensPath, `${tokensPath}available_scopes/`, '/api/roles/']) {
    await expect.poll(() => answered(sandbox, 200, path), path).toBeGreaterThanOrEqual(tabs)
  }
}

/** Waits for what a dialog that ends tokens asks for by itself, likewise. */
export const waitForQueues = (sandbox: Sandbox): Promise<void> =>
  expect.poll(() => answered(sandbox, 200, '/api/event-consumers/')).toBeGreaterThan(0)

/** Lets time pass for the page, whose clock was installed before, and at Waldur. */
export async function passMinutes(page: Page, sandbox: Sandbox, minutes: number): Promise<void> {
  sandbox.advance(minutes * 60_000)
  await page.clock.fastForward(minutes * 60_000)
}

/** What the list says of secrets and requests that were left. */
export const notice = (page: Page, text: string): Locator => page.getByRole('alert').filter({ hasText: text })

/** Reloads or closes although the browser warns. @returns the kinds of the warnings, as they come */
export function acceptPrompts(page: Page): string[] {
  const prompts: string[] = []
  page.on('dialog', (prompt) => {
    prompts.push(prompt.type())
    void prompt.accept()
  })
  return prompts
}

/** The status Waldur answers to whoever shows this header value: 200 while it lives, 401 when it is dead. */
export async function statusOf(origin: string, authorization: string): Promise<number> {
  const answer = await fetch(`${origin}/api/users/me/`, { headers: { Authorization: authorization } })
  return answer.status
}

/** The same from an address: the sandbox believes `X-Forwarded-For`, as Waldur does. */
export async function statusFrom(origin: string, authorization: string, address: string): Promise<number> {
  const headers = { Authorization: authorization, 'X-Forwarded-For': address }
  return (await fetch(`${origin}/api/users/me/`, { headers })).status
}

/** How often the page sent this, as the server counted. */
export const sent = (sandbox: Sandbox, method: string, path: string | RegExp): number =>
  sandbox.requests.filter((request) => request.method === method && matches(request.path, path)).length

/** How many answers from this path had this status. */
export const answered = (sandbox: Sandbox, status: number, path: string): number =>
  sandbox.requests.filter((request) => request.path === path && request.status === status).length

/** How often the page itself sent such a POST: what the browser repeats without a word carries the same key. */
export const sentByPage = (sandbox: Sandbox, path: string | RegExp): number =>
  new Set(
    sandbox.requests
      .filter(({ method, path: asked }) => method === 'POST' && matches(asked, path))
      .map(({ key }) => key),
  ).size

/** Lets the clock of the page run on, by half a second, until it says this. The clock was installed before. */
export async function runClockUntil(page: Page, where: Locator, text: string | RegExp): Promise<void> {
  await expect(async () => {
    // In larger steps a slow answer would meet the page's own time limit.
    await page.clock.runFor(500)
    await expect(where).toContainText(text, { timeout: 200 })
  }).toPass({ intervals: [50] })
}

const matches = (text: string, pattern: string | RegExp) =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text)

/** The page does not reach further than the window is wide. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [wanted, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(wanted).toBeLessThanOrEqual(shown)
}

/** The page is drawn in this colour scheme. */
export async function expectScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await expect.poll(background).toBe(scheme === 'light' ? 'rgb(246, 247, 249)' : 'rgb(14, 17, 23)')
}

/** The secret is nowhere the page could leave it, but where it belongs: that of a sign-in goes along as a header. */
export async function expectNoSecret(page: Page, secret: string, belongs: readonly Place[] = []): Promise<void> {
  expect(await findSecret(page, secret), 'places that hold the secret').toEqual(belongs)
}

/**
 * Breaks the connection of the next request, however often the browser sends it: Chromium repeats it by itself, a POST
 * too, once for each connection that it had kept open.
 */
export function breakConnection(sandbox: Sandbox, method: string, path: string | RegExp): void {
  for (let send = 0; send < 8; send += 1) sandbox.dropNext(method, path, 'before')
}

/** Opens the dialog from the token's row. */
export async function changeNetworks(page: Page, name: string): Promise<Locator> {
  await (await openActions(page, name)).getByRole('menuitem', { name: 'Change networks' }).click()
  const dialog = page.getByRole('dialog', { name: `Change networks of ${name}` })
  await expect(dialog).toBeVisible()
  return dialog
}
