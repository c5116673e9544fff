import { expect } from 'playwright/test'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { test } from './fixtures.ts'
import { fillCreate, readSecret, signIn } from './steps.ts'

/** Four tokens, listed in this order because each expires later than the one before. */
async function createFour(sandbox: Sandbox): Promise<void> {
  for (const name of ['a', 'b', 'c', 'd']) {
    await sandbox.createToken('norole', { name })
    sandbox.advance(1000)
  }
}

test('Shift selects a range by mouse, and the bar revokes it', async ({ origin, sandbox, tab }) => {
  await createFour(sandbox)
  await signIn(tab, origin, 'norole')
  await tab.click('checkbox', 'Select a')
  await tab.click('checkbox', 'Select c', 'Shift')
  await tab.says('region', /3 selected/)
  await tab.click('button', 'Revoke 3 tokens')
  await tab.see('dialog', 'Revoke 3 tokens')
  await tab.click('button', 'Revoke 3 tokens')
  await tab.says('status', /3 revoked/)
  const active = (await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive)
  expect(active.map(({ name }) => name)).toEqual(['d'])
})

test('by keyboard, Space and Shift+Space select, n opens the form and Escape closes it', async ({
  origin,
  sandbox,
  tab,
}) => {
  await createFour(sandbox)
  await signIn(tab, origin, 'norole')
  await tab.see('link', 'd')
  await tab.press('n')
  await tab.see('main', 'Create token')
  await tab.press('Escape')
  await tab.gone('main', 'Create token')
  await tab.click('checkbox', 'Select a')
  await tab.press('ArrowDown')
  await tab.press('ArrowDown')
  await tab.press('Shift', 'Space')
  await tab.says('region', /3 selected/)
})

test('on a phone, the list is cards, and a token is created', async ({ origin, tab }) => {
  await tab.resize(360, 740)
  await signIn(tab, origin, 'owner')
  await tab.see('link', 'terraform')
  expect(await tab.run(() => document.querySelector('table'))).toBeNull()
  await fillCreate(tab, 'on the way')
  await tab.click('button', 'Create token')
  await readSecret(tab)
  const [wanted, shown] = await tab.run(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    return [scrollWidth, clientWidth] as const
  })
  expect(wanted).toBeLessThanOrEqual(shown)
})
