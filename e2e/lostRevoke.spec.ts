import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { breakConnection, sent, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const tokenPath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

/** As if the answer below were one to a request that had done its work. */
async function revokeElsewhere(sandbox: Sandbox, uuid: string): Promise<void> {
  const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
  await sandbox.app.request(`${tokensPath}${uuid}/`, { method: 'DELETE', headers })
}

row('row 46: a token that is gone already is as revoked as it was meant to be', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'ci')).toContainText('Active')
  const dialog = await choose(page, 'Revoke', 'ci')
  await revokeElsewhere(sandbox, uuid)
  sandbox.failNext('DELETE', tokenPath, { status: 404, body: { detail: 'Not found.' } })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'ci was already revoked' })).toBeVisible()
  await expect(tokenRow(page, 'ci')).toContainText('Revoked')
})

for (const [what, kind, answer] of [
  ['a fault of Waldur', 500, { status: 500 }],
  ['a gateway that gave up', 504, { status: 504, body: '<h1>Gateway Time-out</h1>' }],
  ['an answer that cannot be read', null, { status: 200, body: 'gone' }],
] as const) {
  row(
    `row 47: ${what} after the work was done is looked into, and ends in the truth`,
    async ({ page, provoke, sandbox }) => {
      if (kind !== null) provoke(kind)
      const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
      await signIn(page, 'owner')
      const dialog = await choose(page, 'Revoke', 'ci')
      await revokeElsewhere(sandbox, uuid)
      sandbox.failNext('DELETE', tokenPath, answer)
      await dialog.getByRole('button', { name: 'Revoke token' }).click()
      await expect(dialog).toBeHidden()
      await expect(page.getByRole('status').filter({ hasText: 'Revoked ci' })).toBeVisible()
      await expect(tokenRow(page, 'ci')).toContainText('Revoked')
      expect(sent(sandbox, 'GET', tokenPath), 'one look').toBe(1)
    },
  )
}

test('a look that fails as well leaves the first fault on screen', async ({ page, provoke, sandbox }) => {
  provoke(500, 403)
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  sandbox.failNext('DELETE', tokenPath, { status: 500 })
  sandbox.failNext('GET', tokenPath, { status: 403 })
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Waldur has a problem and could not answer (500).')
  expect(sent(sandbox, 'GET', tokenPath)).toBe(1)
})

row('row 47: an answer lost after the work was done ends in the truth', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const dialog = await choose(page, 'Revoke', 'terraform')
  sandbox.dropNext('DELETE', tokenPath, 'afterCommit')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  // The browser sends it again by itself, and a second revocation is as good as the first.
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
  await expect.poll(() => sent(sandbox, 'GET', tokensPath)).toBe(2)
})

row(
  'row 47: with the network gone too nothing is claimed that is not known',
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
    await context.setOffline(true)
    release()
    await expect(dialog.getByRole('alert').last()).toHaveText(
      /^Waldur cannot be reached\..* The token may be revoked all the same;/,
    )
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('alert')).toContainText('You see your tokens as they were on')
    await context.setOffline(false)
    await expect(tokenRow(page, 'ci')).toContainText('Revoked')
    await expect(page.getByRole('alert')).toHaveCount(0)
  },
)
