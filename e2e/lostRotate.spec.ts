import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { runClockUntil } from './pageSteps.ts'
import { readSecret, revealDialog } from './revealSteps.ts'
import { breakConnection, sent, sentByPage, statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const rotatePath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/rotate\/$/

for (const [what, fault, cause] of [
  ['503', { status: 503, body: '<h1>Unavailable</h1>' }, 'Waldur answered with a fault (503).'],
  ['a success without a secret', { status: 201, body: { uuid: 'a'.repeat(32), name: 'ci' } }, 'could not be read'],
] as const) {
  test(`after ${what} the dialog finds out that nothing was rotated`, async ({ page, provoke, sandbox }) => {
    if (fault.status >= 400) provoke(fault.status)
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Rotate', 'ci')
    sandbox.failNext('POST', rotatePath, fault)
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Was it rotated?')
    await expect(dialog.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
    await expect(dialog.getByRole('alert')).toContainText(/Not rotated.*The old secret still works\./)
    await expect(dialog.getByRole('alert')).toContainText(cause)
    await expect(dialog).not.toContainText('Unavailable')
    expect(sent(sandbox, 'POST', rotatePath)).toBe(1)
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    await expect(revealDialog(page)).toBeVisible()
  })
}

test('a broken connection is found out to have changed nothing', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  breakConnection(sandbox, 'POST', rotatePath)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/Not rotated.*The old secret still works\./)
  expect((await sandbox.tokensOf('owner')).find((token) => token.uuid === uuid)?.isActive).toBe(true)
})

for (const replays of [true, false]) {
  row(
    `row 42: an answer lost for good leads to the new token, ${replays ? 'replays' : 'no replays'}`,
    async ({ origin, page, provoke, sandbox }) => {
      sandbox.settings.IDEMPOTENCY = replays
      const { uuid, token: secret } = await sandbox.createToken('owner', { name: 'ci' })
      await signIn(page, 'owner')
      const dialog = await choose(page, 'Rotate', 'ci')
      // This token's rotation only: the next one, of the new token, goes through.
      const path = `/api/personal-access-tokens/${uuid}/rotate/`
      sandbox.dropNext('POST', path, 'afterCommit')
      breakConnection(sandbox, 'POST', path)
      provoke('broken connection')
      await dialog.getByRole('button', { name: 'Rotate token' }).click()
      const alert = dialog.getByRole('alert')
      await expect(alert).toContainText('Rotated, but the new secret was lost')
      await expect(alert).toContainText('the old one no longer works')
      await expect(dialog.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
      expect(await statusOf(origin, `Bearer ${secret}`)).toBe(401)
      await alert.getByRole('button', { name: 'Rotate to get a new secret' }).click()
      await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
      expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
      const tokens = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')
      expect(tokens.filter(({ isActive }) => isActive)).toHaveLength(1)
      expect(tokens.find((token) => token.uuid === uuid)?.isActive).toBe(false)
      expect(sentByPage(sandbox, path), 'the old token is not rotated again').toBe(1)
    },
  )
}

test('after a time limit nothing is claimed too early, and a late rotation is found for what it is', async ({
  page,
  sandbox,
}) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  const release = sandbox.holdNext('POST', rotatePath)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await page.clock.runFor(30_000)
  const alert = dialog.getByRole('alert')
  await expect(alert).toContainText('Was it rotated?')
  await runClockUntil(page, alert, 'Not rotated so far')
  await expect(alert).toContainText('A server as slow as this may still rotate it: check again before you try again.')
  release()
  await expect.poll(async () => (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci').length).toBe(2)
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).toContainText('Rotated, but the new secret was lost')
  await expect(dialog.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
  // The clock of the page draws the dialog anew; that takes the focus from nothing.
  const rotate = alert.getByRole('button', { name: 'Rotate to get a new secret' })
  await rotate.focus()
  await page.clock.runFor(60_000)
  await expect(rotate).toBeFocused()
})

row(
  'row 43: what the browser sends again of itself is answered by the first answer',
  async ({ origin, page, sandbox }) => {
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Rotate', 'ci')
    sandbox.dropNext('POST', rotatePath, 'afterCommit')
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
    expect(sent(sandbox, 'POST', rotatePath)).toBeGreaterThan(1)
    expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')).toHaveLength(2)
  },
)

for (const [what, kind, lose] of [
  ['what the browser sends again', 400, (sandbox: Sandbox) => sandbox.dropNext('POST', rotatePath, 'afterCommit')],
  [
    'a proxy that sends again',
    404,
    (sandbox: Sandbox) =>
      sandbox.failNext('POST', rotatePath, { status: 404, body: { detail: 'Not found.' }, afterCommit: true }),
  ],
] as const) {
  row(
    `row 43: ${what} to a Waldur without replays leads to the new token`,
    async ({ origin, page, provoke, sandbox }) => {
      provoke(kind)
      sandbox.settings.IDEMPOTENCY = false
      const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
      await signIn(page, 'owner')
      const dialog = await choose(page, 'Rotate', 'ci')
      lose(sandbox)
      await dialog.getByRole('button', { name: 'Rotate token' }).click()
      const alert = dialog.getByRole('alert')
      await expect(alert).toContainText('Rotated, but the new secret was lost')
      await alert.getByRole('button', { name: 'Rotate to get a new secret' }).click()
      await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
      expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
      expect(sentByPage(sandbox, `/api/personal-access-tokens/${uuid}/rotate/`)).toBe(1)
    },
  )
}

row(
  'row 44: of two tabs that rotate one token, the second is told who has the secret',
  async ({ context, page, provoke, sandbox }) => {
    provoke(400)
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const second = await context.newPage()
    await signIn(second, 'owner')
    const late = await choose(second, 'Rotate', 'ci')
    await choose(page, 'Rotate', 'ci')
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
    await expect(revealDialog(page)).toBeVisible()
    await late.getByRole('button', { name: 'Rotate token' }).click()
    await expect(late.getByRole('alert').last()).toContainText('Rotated in another tab')
    await expect(late.getByRole('alert').last()).toContainText('That tab has the new secret since')
    await expect(late.getByRole('button', { name: 'Rotate to get a new secret' })).toHaveCount(0)
    await late.getByRole('button', { name: 'Cancel' }).click()
    await expect(late).toBeHidden()
    // The list is read again, and shows the rotated one, too.
    await expect(tokenRow(second, 'ci')).toHaveCount(2)
    await expect(second.getByRole('alert')).toHaveCount(0)
    await expect(second.getByText('8 active, 13 in all')).toBeVisible()
    expect((await sandbox.tokensOf('owner')).filter(({ name, isActive }) => name === 'ci' && isActive)).toHaveLength(1)
  },
)
