import { expect, test } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, runClockUntil } from './pageSteps.ts'
import { outcomeOf, readSecret, revealDialog } from './revealSteps.ts'
import { breakConnection, sent, sentByPage, statusOf } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const rotatePath = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/rotate\/$/

test('the dialog finds out that nothing was rotated, whatever hid the response', { tag: '@firefox' }, async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(503, 'broken connection')
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  const alert = outcomeOf(dialog)
  const soFar = 'The old secret still works. If Waldur still rotates the token, your list will tell you.'
  for (const [cause, outcome, fail] of [
    [
      'The server in front of Waldur responded instead (503).',
      soFar,
      () => sandbox.failNext('POST', rotatePath, { status: 503, body: '<h1>Unavailable</h1>' }),
    ],
    [
      'couldn’t be read',
      'The old secret still works.',
      () => sandbox.failNext('POST', rotatePath, { status: 201, body: { uuid: 'a'.repeat(32), name: 'ci' } }),
    ],
    ['', soFar, () => breakConnection(sandbox, 'POST', rotatePath)],
  ] as const) {
    const before = sentByPage(sandbox, rotatePath)
    fail()
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    await expect(alert).toContainText('Checking whether it was rotated')
    await expect(dialog.getByRole('button', { name: 'Rotate token' })).toBeDisabled()
    await expect(dialog.getByRole('button', { name: 'Rotate token' })).toHaveAccessibleDescription(
      /Checking your tokens/,
    )
    await runClockUntil(page, alert, outcome)
    await expect(alert).toContainText(cause)
    await expect(dialog).not.toContainText('Unavailable')
    expect(sentByPage(sandbox, rotatePath)).toBe(before + 1)
    expect((await sandbox.tokensOf('owner')).find((token) => token.uuid === uuid)?.isActive).toBe(true)
  }
})

row('row 42: a lost response leads to the new token', async ({ origin, page, provoke, sandbox }) => {
  const { uuid, token: secret } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  // Only this token's rotation: that of the new token succeeds.
  const path = `/api/personal-access-tokens/${uuid}/rotate/`
  sandbox.dropNext('POST', path, 'afterCommit')
  breakConnection(sandbox, 'POST', path)
  provoke('broken connection')
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  const alert = outcomeOf(dialog)
  await expect(alert).toContainText('Rotated, but the new secret was lost')
  await expect(alert).toContainText('the old one no longer works')
  await expect(dialog.getByRole('button', { name: 'Rotate token' })).toHaveCount(0)
  await expect(dialog).not.toContainText('Should both secrets work for a while?')
  expect(await statusOf(origin, `Bearer ${secret}`)).toBe(401)
  await alert.getByRole('button', { name: 'Rotate to get a new secret' }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  const tokens = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')
  expect(tokens.filter(({ isActive }) => isActive)).toHaveLength(1)
  expect(tokens.find((token) => token.uuid === uuid)?.isActive).toBe(false)
  expect(sentByPage(sandbox, path), 'the old token is not rotated again').toBe(1)
})

test('after a timeout the dialog claims nothing too early, and finds a late rotation', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  const release = sandbox.holdNext('POST', rotatePath)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await page.clock.fastForward(30_000)
  const alert = outcomeOf(dialog)
  await expect(alert).toContainText('Checking whether it was rotated')
  await runClockUntil(page, alert, 'Not rotated so far')
  await expect(alert).toContainText('Check again before you retry.')
  release()
  await expect.poll(async () => (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci').length).toBe(2)
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).toContainText('Rotated, but the new secret was lost')
  await expect(dialog.getByRole('button', { name: 'Rotate token' })).toHaveCount(0)
  // The page's clock re-renders the dialog, which must not move the focus.
  const rotate = alert.getByRole('button', { name: 'Rotate to get a new secret' })
  await rotate.focus()
  await page.clock.fastForward(60_000)
  await expect(rotate).toBeFocused()
})

row('row 43: a resent request gets the response to the first one', async ({ origin, page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.dropNext('POST', rotatePath, 'afterCommit')
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
  expect(sent(sandbox, 'POST', rotatePath)).toBeGreaterThan(1)
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'ci')).toHaveLength(2)
})

row(
  'row 43: a resent request that is rejected with 400 leads to the new token',
  async ({ origin, page, provoke, sandbox }) => {
    provoke(400)
    sandbox.settings.IDEMPOTENCY = false
    const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const dialog = await choose(page, 'Rotate', 'ci')
    sandbox.dropNext('POST', rotatePath, 'afterCommit')
    await dialog.getByRole('button', { name: 'Rotate token' }).click()
    const alert = outcomeOf(dialog)
    await expect(alert).toContainText('Rotated, but the new secret was lost')
    await alert.getByRole('button', { name: 'Rotate to get a new secret' }).click()
    await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
    expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
    expect(sentByPage(sandbox, `/api/personal-access-tokens/${uuid}/rotate/`)).toBe(1)
  },
)

row(
  'row 44: when two tabs rotate one token, the second says which tab has the secret',
  async ({ context, page, provoke, sandbox }) => {
    provoke(400)
    await sandbox.createToken('owner', { name: 'ci' })
    await signIn(page, 'owner')
    const second = await context.newPage()
    await signIn(second, 'owner')
    const secondDialog = await choose(second, 'Rotate', 'ci')
    await choose(page, 'Rotate', 'ci')
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
    await expect(revealDialog(page)).toBeVisible()
    await secondDialog.getByRole('button', { name: 'Rotate token' }).click()
    await expect(outcomeOf(secondDialog)).toContainText('Rotated in another tab')
    await expect(outcomeOf(secondDialog)).toContainText('That tab got the new secret on')
    await expect(secondDialog.getByRole('button', { name: 'Rotate to get a new secret' })).toHaveCount(0)
    await secondDialog.getByRole('button', { name: 'Close' }).click()
    await expect(secondDialog).toBeHidden()
    // The list is refetched and also shows the old token.
    await expect(tokenRow(second, 'ci')).toHaveCount(2)
    await expect(alerts(second)).toHaveCount(0)
    await expect(second.getByText('13 tokens', { exact: true }).first()).toBeVisible()
    expect((await sandbox.tokensOf('owner')).filter(({ name, isActive }) => name === 'ci' && isActive)).toHaveLength(1)
  },
)
