import { expect, test } from './fixtures.ts'
import { choose, menuItem, openActions, openPageActions, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, clickTwiceAtOnce } from './pageSteps.ts'
import { breakConnection, sent, statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const tokenPath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

test('a revoked token stops working at once, and stays in the list', { tag: '@firefox' }, async ({
  origin,
  page,
  sandbox,
}) => {
  const { token, uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'ci')
  await expect(dialog).toContainText('Anything using this token stops working immediately')
  await expect(dialog).toContainText('You can’t undo this')
  await expect(dialog).toContainText('ci will no longer be able to read anything.')
  await expect(dialog).toContainText('Never used')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(200)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Revoked ci' })).toBeVisible()
  await expect(tokenRow(page, 'ci')).toContainText('Revoked')
  expect(await statusOf(origin, `Bearer ${token}`)).toBe(401)
  expect((await sandbox.tokensOf('owner')).find((row) => row.uuid === uuid)?.isActive).toBe(false)
  await expect(page.getByRole('button', { name: 'Actions for ci', exact: true })).toBeFocused()
})

test('Cancel, Escape and a click outside change nothing', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Actions for terraform' })).toBeFocused()
  await choose(page, 'Revoke', 'terraform')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await choose(page, 'Revoke', 'terraform')
  await page.mouse.click(5, 5)
  await expect(dialog).toBeHidden()
  expect(sent(sandbox, 'DELETE', tokenPath)).toBe(0)
  await expect(tokenRow(page, 'terraform')).toContainText('Active')
})

test('a token in use needs the checkbox, an expired one does not, and an inactive one can’t be revoked', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  for (const name of ['old-laptop', 'conference-demo']) {
    const menu = await openActions(page, name)
    await expect(menuItem(menu, 'Revoke')).toBeDisabled()
    await expect(menuItem(menu, 'Revoke')).toContainText('This token is no longer active.')
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }

  const dialog = await choose(page, 'Revoke', 'ci-deploy')
  await expect(dialog).toContainText('In use3 minutes ago, from 192.0.2.17')
  const checkbox = dialog.getByRole('checkbox', {
    name: 'I understand that anything using ci-deploy will stop working',
  })
  await expect(dialog.getByRole('button', { name: 'Revoke token' })).toBeDisabled()
  await checkbox.check()
  await expect(dialog.getByRole('button', { name: 'Revoke token' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  // The checkbox is cleared when the dialog closes.
  await choose(page, 'Revoke', 'ci-deploy')
  await expect(checkbox).not.toBeChecked()
  await checkbox.check()
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'ci-deploy')).toContainText('Revoked')

  const expired = await choose(page, 'Revoke', 'spring-import')
  await expect(expired).toContainText('Revoke it to make room for another.')
  await expired.getByRole('button', { name: 'Revoke token' }).click()
  await expect(expired).toBeHidden()
  await expect(tokenRow(page, 'spring-import')).toContainText('Expired')
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'spring-import')?.isActive).toBe(false)
})

test('two clicks at once on the token’s page send one request', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await menuItem(await openPageActions(page), 'Revoke').click()
  const dialog = page.getByRole('dialog', { name: 'Revoke ci' })
  await clickTwiceAtOnce(dialog.getByRole('button', { name: 'Revoke token' }))
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Revoked')
  const item = menuItem(await openPageActions(page), 'Revoke')
  await expect(item).toBeDisabled()
  await expect(item).toContainText('This token is no longer active.')
  expect(sent(sandbox, 'DELETE', tokenPath)).toBe(1)
})

test('a double click sends one request, and the dialog stays open until the response', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  const release = sandbox.holdNext('DELETE', tokenPath)
  await dialog.getByRole('button', { name: 'Revoke token' }).dblclick()
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await expect(dialog.getByRole('button', { name: 'Revoke token' })).toBeFocused()
  release()
  await expect(dialog).toBeHidden()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  expect(sent(sandbox, 'DELETE', tokenPath)).toBe(1)
})

test('the dialog closes and the row changes before the list is read again', async ({ page, provoke, sandbox }) => {
  provoke(503)
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  sandbox.failNext('GET', '/api/personal-access-tokens/', { status: 503, headers: { 'Retry-After': '60' } })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
})

row(
  'row 48: the dialog shows why it failed, the row stays, and the next click tries again',
  async ({ page, provoke, sandbox }) => {
    provoke(403, 500, 503, 'broken connection')
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Revoke', 'terraform')
    // The row behind the dialog is hidden from the accessibility tree.
    const hiddenRow = page.getByRole('row', { name: 'terraform', includeHidden: true })
    for (const [index, [status, body, sentence]] of (
      [
        [403, { detail: 'You do not have permission to perform this action.' }, 'You do not have permission'],
        [500, '<h1>Server Error (500)</h1>', 'Waldur had a problem and couldn’t respond (500).'],
        [503, undefined, 'The server in front of Waldur responded instead (503).'],
      ] as const
    ).entries()) {
      const release = sandbox.holdNext('DELETE', tokenPath)
      sandbox.failNext('DELETE', tokenPath, { status, body })
      await dialog.getByRole('button', { name: 'Revoke token' }).click()
      await expect.poll(() => sent(sandbox, 'DELETE', tokenPath)).toBe(index + 1)
      await expect(hiddenRow).toContainText('Active')
      release()
      await expect(alerts(dialog)).toContainText(sentence)
      await expect(hiddenRow).toContainText('Active')
      await expect(dialog).not.toContainText('Server Error')
    }
    breakConnection(sandbox, 'DELETE', tokenPath)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(alerts(dialog)).toContainText('Can’t reach Waldur. Check your connection and try again.')
    expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'terraform')?.isActive).toBe(true)

    // Closing the dialog forgets the error.
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await choose(page, 'Revoke', 'terraform')
    await expect(alerts(dialog)).toHaveCount(0)
  },
)
