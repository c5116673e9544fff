import type { Locator, Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillUnderClock, openFilled, submit } from './createSteps.ts'
import { expect } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, goOffline, passMinutes, runClockUntil } from './pageSteps.ts'
import { outcomeOf, readSecret, revealDialog } from './revealSteps.ts'
import { breakConnection, sent, sentByPage, statusOf, tokensPath } from './sandboxSteps.ts'

const nothingSent = 'You’re offline, so nothing was sent. Check your connection and try again.'

const created = async (sandbox: Sandbox) => (await sandbox.tokensOf('owner')).filter(({ name }) => name === 'maybe')

/** The form reports one token whose secret is lost, and the page sent a single request. */
async function expectFound(page: Page, form: Locator, sandbox: Sandbox): Promise<void> {
  const alert = outcomeOf(form)
  await expect(alert).toContainText('A token with this name was created')
  await expect(alert).toContainText('Its secret never reached this browser and can’t be shown again.')
  await expect(alert.getByRole('button')).toHaveText(['Rotate to get a new secret', 'Revoke', 'Leave it as is'])
  await expect(form).not.toContainText(/nothing was created|failed|try again/i)
  await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await expect(revealDialog(page)).toHaveCount(0)
  expect(sentByPage(sandbox, tokensPath)).toBe(1)
  expect(await created(sandbox)).toHaveLength(1)
}

row('row 29: a connection that breaks before the commit created nothing', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  const form = await fillUnderClock(page)
  breakConnection(sandbox, 'POST', tokensPath)
  await submit(form)
  const alert = outcomeOf(form)
  await expect(alert).toContainText('Checking whether it was created')
  await runClockUntil(page, alert, 'Nothing was created')
  await expect(alert).toContainText('your list will tell you')
  await passMinutes(page, sandbox, 3)
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).not.toContainText('your list will tell you')
  await expect(alert).toContainText('There’s no new token with this name. What you entered is still here.')
  await expect(form.getByRole('button', { name: 'Create token' })).toBeEnabled()
  expect(await created(sandbox)).toEqual([])
  expect(sent(sandbox, 'POST', tokensPath), 'the browser resends it').toBeGreaterThan(1)
  expect(sentByPage(sandbox, tokensPath), 'the page does not').toBe(1)
})

row(
  'row 30: a response lost after the commit leads to the token',
  { tag: '@firefox' },
  async ({ origin, page, provoke, sandbox }) => {
    provoke('broken connection')
    const form = await fillUnderClock(page)
    for (let send = 0; send < 8; send += 1) sandbox.dropNext('POST', tokensPath, 'afterCommit')
    await submit(form)
    await expectFound(page, form, sandbox)
    await form.getByRole('button', { name: 'Rotate to get a new secret' }).click()
    await page.getByRole('dialog', { name: 'Rotate maybe' }).getByRole('button', { name: 'Rotate token' }).click()
    expect(await statusOf(origin, `Bearer ${await readSecret(page)}`)).toBe(200)
    expect((await created(sandbox)).filter(({ isActive }) => isActive)).toHaveLength(1)
  },
)

row(
  'row 30: without an idempotency key, each resent request created a token, and all are listed',
  async ({ page, provoke, sandbox }) => {
    provoke('broken connection')
    sandbox.settings.IDEMPOTENCY = false
    const form = await fillUnderClock(page)
    for (let send = 0; send < 8; send += 1) sandbox.dropNext('POST', tokensPath, 'afterCommit')
    await submit(form)
    const alert = outcomeOf(form)
    await expect(alert).toContainText(/^\d tokens with this name were created/)
    const count = (await created(sandbox)).length
    expect(count).toBeGreaterThan(1)
    await runClockUntil(page, alert, `${count} tokens with this name were created`)
    await expect(alert).toContainText('Rotate one and revoke the others.')
    await expect(alert.getByRole('listitem')).toHaveCount(count)
    await expect(alert.getByRole('button', { name: 'Revoke' })).toHaveCount(count)
    await expect(form.getByRole('button', { name: 'Create token' })).toBeDisabled()
    expect(sentByPage(sandbox, tokensPath)).toBe(1)
  },
)

row('row 33: a success without a secret leads to the token', async ({ page, sandbox }) => {
  const form = await fillUnderClock(page)
  sandbox.damageNext('POST', tokensPath, { kind: 'schema', damage: 'missing', path: 'token' })
  await submit(form)
  await expectFound(page, form, sandbox)
  await expect(outcomeOf(form)).toContainText('Waldur’s response couldn’t be read.')
})

row('row 35: after a timeout the form claims nothing too early, and finds a late commit', async ({ page, sandbox }) => {
  const form = await fillUnderClock(page)
  const release = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await expect(form.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await page.clock.fastForward(30_000)
  const alert = outcomeOf(form)
  await expect(alert).toContainText('Checking whether it was created')
  await expect(form).not.toContainText('Nothing was created')
  await runClockUntil(page, alert, 'Nothing created so far')
  await expect(alert).toContainText('Waldur took too long to respond.')
  await expect(alert).toContainText('Waldur may still create the token. Check again before you retry.')
  release()
  await expect.poll(async () => (await created(sandbox)).length).toBe(1)
  await alert.getByRole('button', { name: 'Check again' }).click()
  await expectFound(page, form, sandbox)
})

row('row 36: offline, a create is not sent, neither now nor later', async ({ context, page, provoke, sandbox }) => {
  provoke('broken connection')
  const form = await openFilled(page, 'owner', 'maybe', 'PROJECT.LIST')
  await goOffline(page)
  await submit(form)
  await expect(alerts(form)).toHaveText(nothingSent)
  await expect(form.getByText('Checking whether it was created')).toHaveCount(0)
  await sandbox.createToken('owner', { name: 'made-meanwhile' })
  await context.setOffline(false)
  // The list is refreshed; a queued request would have been sent by then.
  await expect(tokenRow(page, 'made-meanwhile').or(page.getByText('made-meanwhile')).first()).toBeAttached()
  await expect(form.getByRole('button', { name: 'Create token' })).toBeEnabled()
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('maybe')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  await submit(form)
  await readSecret(page)
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
})
