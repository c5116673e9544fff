import { expect, test } from './fixtures.ts'
import { choose, menuItem, openActions, openPageActions, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { expectNoSecret } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterToken, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

test('a session token signs in like a password, and is sent only in headers', async ({ page, sandbox }) => {
  const session = await sandbox.signIn('owner')
  await page.goto('/tokens')
  await enterToken(page, session)
  await expectSignedIn(page)
  await expect(page.getByRole('button', { name: 'Create token' })).toBeEnabled()
  const dialog = await choose(page, 'Revoke', 'terraform')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  await expectNoSecret(page, session, ['request headers'])
  expect(JSON.stringify(sandbox.requests)).not.toContain(session)
})

row('row 49: a personal access token signs in read-only, and the page says why', async ({ page, sandbox }) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'reader' })
  await page.goto('/tokens')
  await enterToken(page, token)
  await expectSignedIn(page)
  const reason = /You’re signed in with a personal access token, so you can only view tokens\./
  await expect(page.getByRole('note')).toHaveText(reason)
  const create = page.getByRole('button', { name: 'Create token' })
  await expect(create).toBeDisabled()
  await expect(create).toHaveAccessibleDescription(reason)
  await create.press('Enter')
  await expect(create).toBeFocused()
  await expect(tokenRow(page, 'terraform')).toContainText('Active')
  const menu = await openActions(page, 'terraform')
  await expect(menu).toHaveAccessibleDescription(reason)
  for (const action of ['Rotate', 'Revoke'] as const) await expect(menuItem(menu, action)).toBeDisabled()
  await expect(menu.getByRole('menuitem', { disabled: false })).toHaveCount(0)
  // Once, although it applies to everything in the menu.
  await expect(menu.getByText(reason)).toHaveCount(1)
  await page.keyboard.press('Escape')

  await tokenRow(page, 'reader').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${uuid}`)
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeDisabled()
  await page.getByRole('button', { name: 'Rotate' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Rotate' })).toHaveAccessibleDescription(reason)
  await expect(menuItem(await openPageActions(page), 'Revoke')).toBeDisabled()
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

row(
  'row 54: what can’t be a token is rejected unsent, and what was pasted around one is removed',
  async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Use an API token instead' }).click()
    const field = page.getByLabel('API token')
    for (const [text, problem] of [
      [' ', 'Paste your API token.'],
      [`${'a'.repeat(20)}é${'b'.repeat(20)}`, 'This contains a character that tokens don’t have.'],
      ['a'.repeat(5000), 'This is too long to be a token. Paste only the token.'],
    ] as const) {
      await field.fill(text)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(field).toHaveAccessibleDescription(new RegExp(problem))
      await expect(field).toBeFocused()
    }
    expect(sent(sandbox, 'GET', '/api/users/me/')).toBe(0)

    await field.fill('')
    const copied = `-H 'Authorization: Token ${await sandbox.signIn('owner')}'\n`
    await page.evaluate((text) => navigator.clipboard.writeText(text), copied)
    await field.press('ControlOrMeta+V')
    await expect(field).toHaveAccessibleDescription('Only the token was used. The text around it was ignored.')
    await field.press('Enter')
    await expectSignedIn(page)
  },
)

row('row 54: an unknown, a revoked and an expired token are rejected', async ({ page, provoke, sandbox }) => {
  provoke(401)
  const { token: revoked } = await sandbox.createToken('owner', { is_active: false })
  const expired = await sandbox.signIn('owner')
  sandbox.advance(3_601_000)
  await page.goto('/tokens')
  await page.getByRole('button', { name: 'Use an API token instead' }).click()
  for (const [index, token] of ['f'.repeat(40), revoked, expired].entries()) {
    await page.getByLabel('API token').fill(token)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect.poll(() => sent(sandbox, 'GET', '/api/users/me/')).toBe(index + 1)
    await expect(alerts(page)).toHaveText('Waldur didn’t accept this token. It may be expired, revoked or incomplete.')
    await expectSignedOut(page)
  }
  expect(sent(sandbox, 'GET', tokensPath)).toBe(0)
})
