import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { breakConnection, sent, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const tokenPath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

/** Revokes the token behind the page's back, as if the page's own request had succeeded despite its response. */
async function revokeElsewhere(sandbox: Sandbox, uuid: string): Promise<void> {
  const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
  await sandbox.app.request(`${tokensPath}${uuid}/`, { method: 'DELETE', headers })
}

row('row 46: a token that was already revoked is reported so', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'ci')).toContainText('Active')
  const dialog = await choose(page, 'Revoke', 'ci')
  await revokeElsewhere(sandbox, uuid)
  sandbox.failNext('DELETE', tokenPath, { status: 404, body: { detail: 'Not found.' } })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'ci was already gone' })).toBeVisible()
  await expect(tokenRow(page, 'ci')).toContainText('Revoked')
})

row(
  'row 47: after a fault or an unreadable success the dialog checks the token once and reports it as revoked',
  async ({ page, provoke, sandbox }) => {
    provoke(500, 504)
    const responses = [
      { status: 500 },
      { status: 504, body: '<h1>Gateway Time-out</h1>' },
      { status: 200, body: 'gone' },
    ].map((response, index) => ({ response, name: `ci-${index}` }))
    const uuids = new Map<string, string>()
    for (const { name } of responses) uuids.set(name, (await sandbox.createToken('owner', { name })).uuid)
    await signIn(page, 'owner')
    for (const { response, name } of responses) {
      const path = `${tokensPath}${uuids.get(name)}/`
      const dialog = await choose(page, 'Revoke', name)
      await revokeElsewhere(sandbox, uuids.get(name) ?? '')
      sandbox.failNext('DELETE', path, response)
      await dialog.getByRole('button', { name: 'Revoke token' }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('status').filter({ hasText: `Revoked ${name}` })).toBeVisible()
      await expect(tokenRow(page, name)).toContainText('Revoked')
      expect(sent(sandbox, 'GET', path), 'one check').toBe(1)
    }
  },
)

row(
  'row 47: if the check fails as well, the dialog shows the first error; a resent request revokes the token',
  async ({ page, provoke, sandbox }) => {
    provoke(500, 403)
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Revoke', 'terraform')
    sandbox.failNext('DELETE', tokenPath, { status: 500 })
    sandbox.failNext('GET', tokenPath, { status: 403 })
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(alerts(dialog)).toContainText('Waldur had a problem and couldn’t respond (500).')
    expect(sent(sandbox, 'GET', tokenPath)).toBe(1)
    const lists = sent(sandbox, 'GET', tokensPath)
    sandbox.dropNext('DELETE', tokenPath, 'afterCommit')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
    await expect.poll(() => sent(sandbox, 'GET', tokensPath)).toBe(lists + 1)
  },
)

row(
  'row 47: offline after a lost response, the dialog leaves the outcome open',
  async ({ context, page, provoke, sandbox }) => {
    provoke('broken connection')
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Revoke', 'ci')
    const release = sandbox.holdNext('DELETE', tokenPath)
    sandbox.dropNext('DELETE', tokenPath, 'afterCommit')
    breakConnection(sandbox, 'DELETE', tokenPath)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect.poll(() => sent(sandbox, 'DELETE', tokenPath)).toBe(1)
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
    await context.setOffline(true)
    release()
    await expect(alerts(dialog).last()).toHaveText(/^Can’t reach Waldur\..* The token may have been revoked anyway\./)
    await expect(dialog.getByRole('button', { name: 'Revoke token' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(alerts(page)).toContainText('These are your tokens as of')
    await context.setOffline(false)
    await expect(tokenRow(page, 'ci')).toContainText('Revoked')
    await expect(alerts(page)).toHaveCount(0)
  },
)
