import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { choose, menuItem, openActions, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { expectNoSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterToken, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

const takenOff = 'Only the token itself was used; what stood around it was left out.'

test('a session token signs in like a password', async ({ page, sandbox }) => {
  await page.goto('/tokens')
  await enterToken(page, await sandbox.signIn('owner'))
  await expectSignedIn(page)
  await expect(page.getByRole('button', { name: 'Create token' })).toBeEnabled()
  const dialog = await choose(page, 'Revoke', 'terraform')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
})

row('row 49: a personal access token may look, and the page says why not more', async ({ page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token)
  await expectSignedIn(page)
  const reason = /You signed in with a personal access token, so you can look but not change anything\./
  await expect(page.getByRole('alert')).toHaveText(reason)
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await expect(tokenRow(page, 'terraform')).toContainText('Active')
  const menu = await openActions(page, 'terraform')
  await expect(menu).toHaveAccessibleDescription(reason)
  for (const action of ['Rotate', 'Revoke'] as const) await expect(menuItem(menu, action)).toBeDisabled()
  await expect(menu.getByRole('menuitem', { disabled: false })).toHaveCount(0)
  // Once, although it goes for everything in the menu.
  await expect(menu.getByText(reason)).toHaveCount(1)
  await page.keyboard.press('Escape')

  await tokenRow(page, 'reader').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  for (const action of ['Rotate', 'Revoke']) {
    await expect(page.getByRole('button', { name: action })).toBeDisabled()
    await expect(page.getByRole('button', { name: action })).toHaveAccessibleDescription(reason)
  }
  await expectNoSecret(page, token, ['request headers'])
})

test('a personal access token is forgotten at sign-out, not ended', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Forget this token?' })
  await expect(dialog.getByRole('button', { name: 'Sign out' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Forget in this tab' }).click()
  await expectSignedOut(page)
  await enterToken(page, token)
  await expectSignedIn(page)
  expect(sandbox.requests.filter(({ path }) => path === '/api-auth/logout/')).toEqual([])
})

for (const [what, wrap] of [
  ['a header line', (token: string) => `Authorization: Token ${token}`],
  ['a line break from a terminal', (token: string) => `${token}\n`],
  ['quotes', (token: string) => `"${token}"`],
  ['a header of a curl command', (token: string) => `-H 'Authorization: Token ${token}'`],
  ['blanks and an invisible character', (token: string) => ` \u200b${token}\u00a0`],
] as const) {
  row(`row 54: ${what} around the token is taken off, and that is said`, async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Use an API token instead' }).click()
    await page.evaluate((text) => navigator.clipboard.writeText(text), wrap(await sandbox.signIn('owner')))
    await page.getByLabel('API token').press('ControlOrMeta+V')
    // A one-line field drops the line break by itself, so there is nothing left to take off.
    if (!what.includes('line break')) {
      await expect(page.getByLabel('API token')).toHaveAccessibleDescription(takenOff)
    }
    await page.getByLabel('API token').press('Enter')
    await expectSignedIn(page)
  })
}

for (const [what, text, sentence] of [
  ['nothing', ' ', 'Paste your API token.'],
  ['two tokens', `${'a'.repeat(40)} ${'b'.repeat(40)}`, 'A token has no spaces or line breaks in it.'],
  ['an invisible character inside', `${'a'.repeat(20)}\u200b${'b'.repeat(20)}`, 'There is a character in it'],
  ['an emoji', `${'a'.repeat(20)}😀`, 'There is a character in it'],
  ['too little', 'abc', 'A token has 8 to 512 characters.'],
  ['too much', 'a'.repeat(5000), 'This is too long for a token.'],
] as const) {
  row(`row 54: ${what} is refused before anything is sent`, async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await enterToken(page, text)
    await expect(page.getByLabel('API token')).toHaveAccessibleDescription(new RegExp(sentence))
    await expect(page.getByLabel('API token')).toBeFocused()
    expect(sandbox.requests.filter(({ path }) => path === '/api/users/me/')).toEqual([])
  })
}

for (const [what, textOf] of [
  [
    'a revoked access token',
    async (sandbox: Sandbox) => (await sandbox.createToken('owner', { is_active: false })).token,
  ],
  ['an unknown session token', () => 'f'.repeat(40)],
  [
    'an expired session token',
    async (sandbox: Sandbox) => {
      const token = await sandbox.signIn('owner')
      sandbox.advance(3_601_000)
      return token
    },
  ],
] as const) {
  row(`row 54: ${what} is refused, and nobody is signed in`, async ({ page, provoke, sandbox }) => {
    provoke(401)
    await page.goto('/tokens')
    await enterToken(page, await textOf(sandbox))
    await expect(page.getByRole('alert')).toHaveText(
      'Waldur does not accept this token: it may have expired, be revoked or be cut short.',
    )
    await expectSignedOut(page)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(0)
  })
}

test('a token on the way is sent as a header only, never in an address', async ({ page, sandbox }) => {
  const session = await sandbox.signIn('owner')
  await page.goto('/tokens')
  await enterToken(page, session)
  await expectSignedIn(page)
  await expectNoSecret(page, session, ['request headers'])
  expect(JSON.stringify(sandbox.requests)).not.toContain(session)
})
