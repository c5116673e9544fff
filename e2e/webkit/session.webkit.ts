import { expect } from 'playwright/test'
import { tokensPath } from '../sandboxSteps.ts'
import { test } from './fixtures.ts'
import { enterPassword, fillCreate, signIn } from './steps.ts'

test('a reload ends the session', async ({ origin, tab }) => {
  await signIn(tab, origin, 'owner')
  await tab.reload()
  await tab.see('heading', 'Sign in')
})

test('signing out in one tab covers another tab of the same user', async ({ newTab, origin, tab }) => {
  const other = await newTab()
  await signIn(other, origin, 'owner')
  await signIn(tab, origin, 'owner')
  await tab.click('button', /Account menu$/)
  await tab.click('menuitem', 'Sign out')
  await tab.click('button', 'Sign out')
  await tab.see('heading', 'Sign in')
  await other.see('dialog', 'Your session ended')
  await enterPassword(other, 'owner')
  await other.gone('dialog', 'Your session ended')
  await other.see('link', 'terraform')
})

test('if the response to Create is lost, the form finds the token', async ({ origin, sandbox, tab }) => {
  await signIn(tab, origin, 'owner')
  await fillCreate(tab, 'ci')
  sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await tab.click('button', 'Create token')
  await tab.see('button', 'Rotate to get a new secret')
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')).toHaveLength(1)
})

test('offline, the page says so and keeps the list, until it is back', async ({ origin, tab }) => {
  await signIn(tab, origin, 'owner')
  await tab.see('link', 'terraform')
  await tab.run(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
    dispatchEvent(new Event('offline'))
  })
  await tab.says('alert', /^You’re offline\. These are your tokens as of /)
  await tab.see('link', 'terraform')
  await tab.run(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: true })
    dispatchEvent(new Event('online'))
  })
  await tab.saysNothing('alert')
})
