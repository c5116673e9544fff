import { fillCreate, fillUnderClock, openFilled, submit, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { alerts, runClockUntil } from './pageSteps.ts'
import { outcomeOf, readSecret, storeAndClose } from './revealSteps.ts'
import { sent, statusOf, tokensPath } from './sandboxSteps.ts'

test('after a fault and an unreadable success the form finds out that nothing was created', {
  tag: '@firefox',
}, async ({ page, provoke, sandbox }) => {
  provoke(503)
  const form = await fillUnderClock(page)
  const alert = outcomeOf(form)
  const mayFollow = 'If Waldur still creates the token, your list will tell you.'
  for (const [said, fault] of [
    [mayFollow, { status: 503, body: '<h1>Unavailable</h1>' }],
    ['What you entered is still here.', { status: 201, body: { uuid: 'a'.repeat(32), name: 'maybe' } }],
    [mayFollow, { status: 201, body: '{"uuid": "cut' }],
  ] as const) {
    const before = sent(sandbox, 'POST', tokensPath)
    sandbox.failNext('POST', tokensPath, fault)
    await submit(form)
    await expect(alert).toContainText('Checking whether it was created')
    await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
    await runClockUntil(page, alert, 'Nothing was created')
    await expect(alert).toHaveText(new RegExp(`${said}(Check again)?$`))
    await expect(alert).not.toContainText('Unavailable')
    await expect(alert).toBeFocused()
    expect(sent(sandbox, 'POST', tokensPath)).toBe(before + 1)
  }
  await submitAndReveal(page, form)
})

test('while the tokens cannot be read, the form claims nothing and sends nothing', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(500, 503)
  const form = await fillUnderClock(page)
  sandbox.failNext('POST', tokensPath, { status: 503 })
  sandbox.failNext('GET', tokensPath, { status: 500, times: 4 })
  await submit(form)
  const alert = outcomeOf(form)
  await runClockUntil(page, alert, 'Outcome not known yet')
  await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).toContainText('Nothing was created')
})

test('a request that the browser resends makes one token; without idempotency keys two, and the extra can be revoked', async ({
  origin,
  page,
  sandbox,
}) => {
  const form = await openFilled(page, 'owner', 'once', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'afterCommit')
  await submitAndReveal(page, form)
  await readSecret(page)
  expect(sent(sandbox, 'POST', tokensPath)).toBeGreaterThan(1)
  expect((await sandbox.tokensOf('owner')).filter(({ name }) => name === 'once')).toHaveLength(1)
  await storeAndClose(page)

  sandbox.settings.IDEMPOTENCY = false
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await fillCreate(form, 'duplicate', 'PROJECT.LIST')
  sandbox.dropNext('POST', tokensPath, 'afterCommit')
  const reveal = await submitAndReveal(page, form)
  await expect(alerts(reveal)).toContainText('There’s a second new token with this name')
  await reveal.getByRole('button', { name: 'Revoke extra token' }).click()
  await expect(alerts(reveal)).toHaveCount(0)
  const tokens = (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'duplicate')
  expect(tokens.map(({ isActive }) => isActive).sort()).toEqual([false, true])
  expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
})
