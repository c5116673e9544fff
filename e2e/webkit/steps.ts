import { expect } from 'playwright/test'
import type { Tab } from './tab.ts'

/** Opens the app and signs in; the password is the username. */
export async function signIn(tab: Tab, origin: string, username: string): Promise<void> {
  await tab.open(`${origin}/tokens`)
  await enterPassword(tab, username)
  await tab.see('button', /Account menu$/)
}

export async function enterPassword(tab: Tab, username: string): Promise<void> {
  await tab.fill('textbox', 'Username', username)
  await tab.fill('textbox', 'Password', username)
  await tab.click('button', 'Sign in')
}

/** Opens the form, and fills in a name and one permission, which is enough for Waldur. */
export async function fillCreate(tab: Tab, name: string): Promise<void> {
  await tab.click('button', 'Create token')
  await tab.fill('textbox', 'Name', name)
  await tab.fill('searchbox', 'Search permissions', 'PROJECT.LIST')
  await tab.click('checkbox', / PROJECT\.LIST$/)
}

/** Opens the dialog of an action from the menu of a token. */
export async function choose(tab: Tab, action: 'Rotate' | 'Revoke', name: string): Promise<void> {
  await tab.click('button', `Actions for ${name}`)
  await tab.click('menuitem', new RegExp(`^${action}`))
  await tab.see('dialog', `${action} ${name}`)
}

/** Reads the secret that the dialog shows on request. */
export async function readSecret(tab: Tab): Promise<string> {
  await tab.click('button', 'Show secret')
  const secret = await tab.text('code')
  expect(secret).toMatch(/^w_\d{10}_[\w-]{43}$/)
  return secret
}

/** Confirms that the new secret is stored, and closes the dialog. */
export async function storeAndClose(tab: Tab): Promise<void> {
  await tab.click('checkbox', 'I’ve stored the secret')
  await tab.click('button', 'Done')
  await tab.gone('heading', 'Copy the secret')
}
