import { expect } from 'playwright/test'
import { statusOf } from '../sandboxSteps.ts'
import { test } from './fixtures.ts'
import { choose, enterPassword, fillCreate, readSecret, signIn, storeAndClose } from './steps.ts'

test('a wrong password is rejected in the form, the right one opens the list', async ({ origin, tab }) => {
  await tab.open(`${origin}/tokens`)
  await tab.fill('textbox', 'Username', 'owner')
  await tab.fill('textbox', 'Password', 'wrong')
  await tab.click('button', 'Sign in')
  await tab.says('alert', /^Invalid username\/password\.$/)
  await tab.open(`${origin}/tokens`)
  await enterPassword(tab, 'owner')
  await tab.see('heading', 'Personal access tokens')
  await tab.see('link', 'terraform')
})

test('a token is created, and its secret copied without being shown', async ({ newTab, origin, sandbox, tab }) => {
  await signIn(tab, origin, 'owner')
  await fillCreate(tab, 'ci')
  await tab.says('status', /follows your role/)
  // It has none while it is empty, and the note came later.
  const padding = await tab.run(() => {
    const place = document.querySelector('.pane-part[role=status]')
    return place && getComputedStyle(place).paddingTop
  })
  expect(padding).toBe('14px')
  await tab.click('button', 'Create token')
  await tab.see('main', 'Copy the secret')
  await tab.click('button', 'Copy')
  await tab.says('status', /^Copied$/)
  await tab.gone('code', /^/)
  const other = await newTab()
  await other.open('data:text/html,<textarea autofocus aria-label=Paste>')
  await other.click('textbox', 'Paste')
  await other.press('Control', 'v')
  const pasted = await other.run(() => document.querySelector('textarea')?.value)
  expect(pasted).toBe(await readSecret(tab))
  expect(await statusOf(origin, `Bearer ${pasted}`)).toBe(200)
  await storeAndClose(tab)
  await tab.see('link', 'ci')
  expect((await sandbox.tokensOf('owner')).at(-1)).toMatchObject({ name: 'ci', scopes: ['PROJECT.LIST'] })
})

test('a rotated token has a new secret, and the old one stops working', async ({ origin, sandbox, tab }) => {
  const old = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(tab, origin, 'owner')
  await choose(tab, 'Rotate', 'ci')
  await tab.click('button', 'Rotate token')
  const secret = await readSecret(tab)
  expect([await statusOf(origin, `Bearer ${old.token}`), await statusOf(origin, `Bearer ${secret}`)]).toEqual([
    401, 200,
  ])
  await storeAndClose(tab)
})

test('a revoked token stops working at once', async ({ origin, sandbox, tab }) => {
  const { token } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(tab, origin, 'owner')
  await choose(tab, 'Revoke', 'ci')
  await tab.click('button', 'Revoke token')
  await tab.gone('dialog', 'Revoke ci')
  await tab.says('status', /Revoked ci/)
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
})
