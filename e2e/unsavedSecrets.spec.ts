import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { fillCreate, openFilled, submit } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, notice, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { acceptPrompts, passMinutes, runClockUntil } from './pageSteps.ts'
import {
  clipboardStatus,
  expectNoSecret,
  outcomeOf,
  readSecret,
  revealDialog,
  rotate,
  storeAndClose,
} from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, signIn } from './sessionSteps.ts'

const question = 'Did you save the secret for ci?'
const keptQuestion = /^Did you save the secret for kept\?/

test.beforeEach(async ({ sandbox }) => {
  await sandbox.createToken('norole', { name: 'ci' })
})

test('after a reload with a secret on screen a notice asks about it until the token gets another secret', async ({
  page,
}) => {
  acceptPrompts(page)
  await signIn(page, 'norole')
  const reveal = await rotate(page, 'ci')
  const secret = await readSecret(page)
  // A test from this page doesn't prove that anyone has the secret.
  await reveal.getByRole('button', { name: 'Test token' }).click()
  await expect(reveal.getByRole('status', { name: 'Test result' })).toContainText('Waldur accepted the token')
  await page.reload()
  await signIn(page, 'norole')
  await expect(notice(page, question)).toContainText('It was on screen just now')
  await expectNoSecret(page, secret, ['request headers'])
  await notice(page, question).getByRole('button', { name: 'Rotate to get a new secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Rotate ci' })
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await expect(notice(page, question)).toBeHidden()
  await storeAndClose(page)
  await expect(page.getByText('3 tokens', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('note')).toHaveCount(0)
})

test('a token’s page has the notice as well, with a link to the list', async ({ page, sandbox }) => {
  acceptPrompts(page)
  const [ci] = await sandbox.tokensOf('norole')
  await signIn(page, 'norole', `/tokens/${ci?.uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await page.reload()
  await signIn(page, 'norole', `/tokens/${ci?.uuid}`)
  const hint = notice(page, 'A secret issued in this browser may be lost.')
  await expectAccessible(page)
  await hint.getByRole('link', { name: 'Go to your tokens' }).click()
  await notice(page, question).getByRole('button', { name: 'I have the secret' }).click()
  await expect(notice(page, question)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Personal access tokens' })).toBeFocused()
  await tokenRow(page, 'ci').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await expect(hint).toHaveCount(0)
})

test('a secret in a closed or crashed tab is asked about in its user’s next tab, and revoked from there', async ({
  context,
  page,
}) => {
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  await page.close()
  const someoneElses = await context.newPage()
  await signIn(someoneElses, 'owner')
  await expect(someoneElses.getByText(/^\d+ tokens?$/)).toBeVisible()
  await expect(someoneElses.getByRole('note')).toHaveCount(0)
  await someoneElses.close()

  const next = await context.newPage()
  await signIn(next, 'norole')
  await notice(next, question).getByRole('button', { name: 'Rotate to get a new secret' }).click()
  await next.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(next)).toBeVisible()
  await crash(next)
  const last = await context.newPage()
  await signIn(last, 'norole')
  await notice(last, question).getByRole('button', { name: 'Revoke' }).click()
  await last.getByRole('dialog', { name: 'Revoke ci' }).getByRole('button', { name: 'Revoke token' }).click()
  await expect(last.getByText('No active tokens', { exact: true })).toBeVisible()
  await expect(last.getByRole('note')).toHaveCount(0)
})

test('no notice asks about a secret that was copied, confirmed as saved, or used elsewhere', async ({
  context,
  origin,
  page,
  sandbox,
}) => {
  acceptPrompts(page)
  for (const name of ['used', 'kept']) await sandbox.createToken('norole', { name })
  await leaveKept(page)
  const dialog = await rotate(page, 'ci')
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(clipboardStatus(dialog)).toHaveText('Copied')
  await page.reload()
  await signIn(page, 'norole')
  await expect(page.getByRole('note')).toHaveText([keptQuestion])
  await notice(page, keptQuestion).getByRole('button', { name: 'I have the secret' }).click()

  await rotate(page, 'used')
  const secret = await readSecret(page)
  await page.close()
  await fetch(`${origin}/api/projects/`, { headers: { Authorization: `Bearer ${secret}` } })
  const next = await context.newPage()
  const used = (await sandbox.tokensOf('norole')).find(({ name, isActive }) => name === 'used' && isActive)
  await signIn(next, 'norole', `/tokens/${used?.uuid}`)
  // The activity waits for the newest tokens too.
  await expect(next.getByText('Matched by name').first()).toBeVisible()
  await expect(notice(next, 'may be lost')).toHaveCount(0)
  await next.getByRole('link', { name: 'All tokens' }).click()
  await expect(next.getByText('6 tokens', { exact: true }).first()).toBeVisible()
  await expect(next.getByRole('note')).toHaveCount(0)
})

test('a second tab asks about the secret only when the tab that showed it is gone', async ({
  context,
  page,
  sandbox,
}) => {
  acceptPrompts(page)
  await sandbox.createToken('norole', { name: 'kept' })
  await leaveKept(page)
  await rotate(page, 'ci')
  const other = await context.newPage()
  await signIn(other, 'norole')
  await expect(other.getByRole('note')).toHaveText([keptQuestion])
  await page.close()
  await other.reload()
  await enterPassword(other, 'norole')
  await expect(notice(other, question)).toBeVisible()
})

row('row 39: a reload during a create asks first and reports the outcome afterwards', async ({ page, sandbox }) => {
  const prompts = acceptPrompts(page)
  const form = await openFilled(page, 'member', 'late', 'PROJECT.LIST')
  const release = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await expect.poll(() => sent(sandbox, 'POST', tokensPath)).toBe(1)
  await page.reload()
  expect(prompts).toEqual(['beforeunload'])
  await signIn(page, 'member')
  const info = notice(page, 'The page closed while late was being created. There’s no such token so far.')
  await expect(info).toBeVisible()
  release()
  await expect.poll(async () => (await sandbox.tokensOf('member')).map(({ name }) => name)).toContain('late')
  await info.getByRole('button', { name: 'Check again' }).click()
  await expect(info).toBeHidden()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
  const found = notice(page, 'No one has the secret for late')
  await expect(found).toContainText('its secret never reached this browser')
  await found.getByRole('button', { name: 'Leave it as is' }).click()
  await expect(found).toBeHidden()
})

test('the notice about an unfinished create can be dismissed; the list tells of a late one', async ({
  page,
  provoke,
  sandbox,
}) => {
  acceptPrompts(page)
  await page.clock.install()
  const form = await openFilled(page, 'member', 'late', 'PROJECT.LIST')
  sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await expect.poll(() => sent(sandbox, 'POST', tokensPath)).toBe(1)
  await page.reload()
  await signIn(page, 'member')
  await notice(page, 'while late was being created').getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(page, 'late')).toBeHidden()
  provoke(503)
  sandbox.failNext('POST', tokensPath, { status: 503 })
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const again = createForm(page)
  await fillCreate(again, 'never', 'PROJECT.LIST')
  await submit(again)
  await runClockUntil(page, outcomeOf(again), 'Nothing was created')
  await again.getByRole('button', { name: 'Cancel' }).click()
  await again.getByRole('button', { name: 'Discard' }).click()
  // The dialog has already reported this one.
  await expect(page.getByRole('note')).toHaveCount(0)
  await sandbox.createToken('member', { name: 'never' })
  await passMinutes(page, sandbox, 3)
  await expect(notice(page, 'No one has the secret for never')).toBeVisible()
})

test('after a lost secret the dialog may be closed, because the list shows the token in a notice', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(502)
  await signIn(page, 'norole')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.failNext('POST', /rotate/, { status: 502, body: '<h1>Bad gateway</h1>', afterCommit: true })
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(outcomeOf(dialog)).toContainText('Rotated, but the new secret was lost')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(notice(page, 'No one has the secret for ci')).toBeVisible()
})

/** Leaves a secret that the list asks about. All notices come together, so that another one can be known to be missing. */
async function leaveKept(page: Page): Promise<void> {
  await signIn(page, 'norole')
  await rotate(page, 'kept')
  await page.reload()
  await signIn(page, 'norole')
}

async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // Never gets a response, because the renderer is gone.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
}
