import { fillCreate, openCreate, submit, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { readSecret } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'

for (const [what, status, body] of [
  ['503', 503, '<h1>Unavailable</h1>'],
  ['a success without a secret', 201, { uuid: 'a'.repeat(32), name: 'maybe' }],
  ['a success that is no JSON', 201, '{"uuid": "cut'],
] as const) {
  test(`after ${what} the form finds out that nothing was created`, async ({ page, provoke, sandbox }) => {
    if (status >= 400) provoke(status)
    const form = await openCreate(page, 'owner')
    await fillCreate(form, 'maybe', 'PROJECT.LIST')
    sandbox.failNext('POST', tokensPath, { status, body })
    await submit(form)
    const alert = form.getByRole('alert')
    await expect(alert).toContainText('Was it created?')
    await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
    await expect(alert).toContainText('Nothing was created')
    await expect(alert).not.toContainText('Unavailable')
    await expect(alert).toBeFocused()
    expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
    await submitAndReveal(page, form)
  })
}

test('while the tokens cannot be read nothing is claimed, and nothing can be sent', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(500, 503)
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'maybe', 'PROJECT.LIST')
  sandbox.failNext('POST', tokensPath, { status: 503 })
  sandbox.failNext('GET', tokensPath, { status: 500, times: 4 })
  await submit(form)
  const alert = form.getByRole('alert')
  await expect(alert).toContainText('We cannot tell yet')
  await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).toContainText('Nothing was created')
})

test('what the browser sends again of itself makes one token', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'once', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await submitAndReveal(page, form)
  await readSecret(page)
  expect(sent(sandbox, 'POST', tokensPath)).toBeGreaterThan(1)
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'once')).toHaveLength(1)
})

test('a twin made by a Waldur of today is said beside the secret, and can be revoked', async ({
  origin,
  page,
  sandbox,
}) => {
  sandbox.settings.IDEMPOTENCY = false
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'twin', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'afterCommit')
  const reveal = await submitAndReveal(page, form)
  await expect(reveal.getByRole('alert')).toContainText('There is a second new token with this name')
  await reveal.getByRole('button', { name: 'Revoke the extra token' }).click()
  await expect(reveal.getByRole('alert')).toHaveCount(0)
  const tokens = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'twin')
  expect(tokens.map(({ isActive }) => isActive).sort()).toEqual([false, true])
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
})
