import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { sent, tokenPath, waitForQueues } from './sandboxSteps.ts'
import { endSessionElsewhere, signIn } from './sessionSteps.ts'

const anyToken = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/

/** Creates tokens named "job-00", "job-01" and so on, for a user without others. @returns their uuids */
async function createJobs(sandbox: Sandbox, count: number): Promise<string[]> {
  const uuids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { uuid } = await sandbox.createToken('norole', { name: `job-${String(index).padStart(2, '0')}` })
    uuids.push(uuid)
  }
  return uuids
}

/** Selects every token in the view and opens the dialog. */
async function selectAll(page: Page, count: number) {
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expect(bar).toContainText(`${count} selected`)
  await bar.getByRole('button', { name: `Revoke ${count} tokens` }).click()
  return page.getByRole('dialog', { name: `Revoke ${count} tokens` })
}

test('Shift selects a range, and the box above shows whether none, some or all in the view are selected', {
  tag: '@firefox',
}, async ({ page, sandbox }) => {
  await createJobs(sandbox, 6)
  await signIn(page, 'norole')
  const all = page.getByRole('checkbox', { name: 'Select all shown' })
  const boxes = page.getByRole('checkbox', { name: /^Select job-/ })
  await boxes.nth(1).check()
  await expect(all).toBeChecked({ indeterminate: true })
  await boxes.nth(4).click({ modifiers: ['Shift'] })
  await expect(page.getByRole('region', { name: 'Selected tokens' })).toContainText('4 selected')
  await boxes.nth(0).check()
  await boxes.nth(5).check()
  await expect(all).not.toBeChecked({ indeterminate: true })
  await expect(all).toBeChecked()
  await page.getByRole('checkbox', { name: 'Select job-03' }).uncheck()
  await expect(all).toBeChecked({ indeterminate: true })
  // The selected tokens are no longer in the view.
  await searchTokens(page, 'job-03')
  await expect(boxes).toHaveCount(1)
  await expect(all).not.toBeChecked({ indeterminate: true })
  await expect(all).not.toBeChecked()
})

const activeTokens = async (sandbox: Sandbox) =>
  (await sandbox.tokensOf('norole')).filter(({ isActive }) => isActive).map(({ name }) => name)

row('row 50: failures do not stop the others, and can be tried again', async ({ page, provoke, sandbox }) => {
  provoke(500, 404, 403, 429)
  const uuids = await createJobs(sandbox, 50)
  await signIn(page, 'norole')
  await expectTokens(page, 50)
  const dialog = await selectAll(page, 50)
  const ordered = await dialog.getByRole('region', { name: 'Tokens' }).getByRole('listitem').count()
  expect(ordered, 'lines out of view are not rendered').toBeLessThan(50)

  const at = (index: number) => tokenPath(uuids[index] ?? '')
  for (const index of [3, 13, 23]) sandbox.failNext('DELETE', at(index), { status: 500 })
  sandbox.failNext('DELETE', at(33), { status: 403, body: { detail: 'Not you, not now.' } })
  sandbox.failNext('DELETE', at(20), { status: 429, headers: { 'Retry-After': '1' }, body: { detail: 'Slow down.' } })
  // The first was revoked meanwhile; the second is still active.
  for (const index of [7, 17]) sandbox.failNext('DELETE', at(index), { status: 404, afterCommit: index === 7 })
  const before = sent(sandbox, 'DELETE', anyToken)
  const releases = [1, 2, 3, 4].map(() => sandbox.holdNext('DELETE', anyToken))
  await dialog.getByRole('button', { name: 'Revoke 50 tokens' }).click()
  await expect.poll(() => sent(sandbox, 'DELETE', anyToken) - before).toBe(4)
  await expect(dialog.getByText('Revoking…')).toHaveCount(4)
  await expect(dialog.getByRole('status')).toHaveText('0 of 50 revoked.')
  await page.keyboard.press('Escape')
  expect(sent(sandbox, 'DELETE', anyToken) - before, 'four at once, and not one more').toBe(4)
  for (const release of releases) release()

  await expect(dialog.getByRole('status')).toHaveText('44 revoked, 1 already gone and 5 failed.')
  expect(sent(sandbox, 'DELETE', anyToken) - before, 'one each, and one again after the wait').toBe(51)
  expect((await activeTokens(sandbox)).sort()).toEqual(['job-03', 'job-13', 'job-17', 'job-23', 'job-33'])

  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download report' }).click()
  const report = await readFile(await (await saved).path(), 'utf8')
  expect(report.split('\r\n').filter((line) => line.includes(',"failed",'))).toHaveLength(5)
  expect(report).toContain('Not you, not now.')
  expect(report.split('\r\n').filter((line) => line.includes(',"revoked",'))).toHaveLength(44)

  await dialog.getByRole('button', { name: 'Try 5 again' }).click()
  await expect(dialog.getByRole('status')).toHaveText('49 revoked and 1 already gone.')
  expect(sent(sandbox, 'DELETE', anyToken) - before).toBe(56)
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByText('No active tokens', { exact: true })).toBeVisible()
})

test('a failed token is listed with Waldur’s reason', async ({ page, provoke, sandbox }) => {
  provoke(403)
  const [uuid = ''] = await createJobs(sandbox, 2)
  await signIn(page, 'norole')
  await expectTokens(page, 2)
  const dialog = await selectAll(page, 2)
  sandbox.failNext('DELETE', tokenPath(uuid), { status: 403, body: { detail: 'Not you, not now.' } })
  await dialog.getByRole('button', { name: 'Revoke 2 tokens' }).click()
  await expect(dialog.getByRole('listitem').filter({ hasText: 'job-00' })).toContainText(/Failed.*Not you, not now\./)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'job-01' })).toContainText('Revoked')
})

row('row 51: after the tab was closed halfway, the list shows what was revoked', async ({ context, page, sandbox }) => {
  await createJobs(sandbox, 12)
  await signIn(page, 'norole')
  await expectTokens(page, 12)
  const dialog = await selectAll(page, 12)
  // The first four get a response, the next four don’t.
  const first = [1, 2, 3, 4].map(() => sandbox.holdNext('DELETE', anyToken))
  const second = [1, 2, 3, 4].map(() => sandbox.holdNext('DELETE', anyToken))
  await dialog.getByRole('button', { name: 'Revoke 12 tokens' }).click()
  await expect.poll(() => sent(sandbox, 'DELETE', anyToken)).toBe(4)
  for (const release of first) release()
  await expect.poll(() => sent(sandbox, 'DELETE', anyToken)).toBe(8)
  await page.close()
  for (const release of second) release()
  // A page that closes may resend a request that closing interrupted.
  const ended = () => sent(sandbox, 'DELETE', anyToken)
  await expect.poll(async () => (await activeTokens(sandbox)).length + ended()).toBe(12)
  const next = await context.newPage()
  await signIn(next, 'norole')
  await expect(next.getByText(`${12 - ended()} active. `)).toBeVisible()
})

row(
  'row 51: offline halfway, nothing more is sent, and the rest can be tried again',
  async ({ context, page, provoke, sandbox }) => {
    provoke('broken connection')
    await createJobs(sandbox, 12)
    await signIn(page, 'norole')
    await expectTokens(page, 12)
    const dialog = await selectAll(page, 12)
    const releases = [1, 2, 3, 4].map(() => sandbox.holdNext('DELETE', anyToken))
    await dialog.getByRole('button', { name: 'Revoke 12 tokens' }).click()
    await expect.poll(() => sent(sandbox, 'DELETE', anyToken)).toBe(4)
    await expect(dialog.getByRole('status')).toHaveText('0 of 12 revoked.')
    await context.setOffline(true)
    for (const release of releases) release()
    await expect(dialog.getByRole('status')).toContainText(/\d not attempted/)
    await context.setOffline(false)
    await dialog.getByRole('button', { name: /^Try \d+ again$/ }).click()
    await expect(dialog.getByRole('status')).toHaveText('12 revoked.')
    expect(await activeTokens(sandbox)).toEqual([])
  },
)

test('after Stop, the running requests finish and no others are sent', async ({ page, sandbox }) => {
  await createJobs(sandbox, 12)
  await signIn(page, 'norole')
  await expectTokens(page, 12)
  const dialog = await selectAll(page, 12)
  const releases = [1, 2, 3, 4].map(() => sandbox.holdNext('DELETE', anyToken))
  await dialog.getByRole('button', { name: 'Revoke 12 tokens' }).click()
  await expect.poll(() => sent(sandbox, 'DELETE', anyToken)).toBe(4)
  await dialog.getByRole('button', { name: 'Stop revoking' }).click()
  for (const release of releases) release()
  await expect(dialog.getByRole('status')).toHaveText('4 revoked and 8 not attempted.')
  expect(sent(sandbox, 'DELETE', anyToken)).toBe(4)
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Not attempted' })).toHaveCount(8)
})

row('row 52: the selected tokens are revoked, in view or not, and no others', async ({ page, sandbox }) => {
  const uuids = await createJobs(sandbox, 5)
  await signIn(page, 'norole')
  await page.getByRole('checkbox', { name: 'Select job-01' }).check()
  await searchTokens(page, 'job-03')
  await page.getByRole('checkbox', { name: 'Select job-03' }).check()
  const bar = page.getByRole('region', { name: 'Selected tokens' })
  await expect(bar).toContainText('2 selected (1 not in this view)')
  await bar.getByRole('button', { name: 'Revoke 2 tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expect(dialog.getByRole('region', { name: 'Tokens' }).getByRole('listitem')).toHaveText([
    /job-0[13]/,
    /job-0[13]/,
  ])
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Revoke 2 tokens' }).click()
  await expect(dialog.getByRole('status')).toHaveText('2 revoked.')
  await dialog.getByRole('button', { name: 'Close' }).click()
  const deleted = sandbox.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path)
  expect(deleted.sort()).toEqual([1, 3].map((index) => tokenPath(uuids[index] ?? '')).sort())
  await expect(bar).toBeHidden()
})

test('tokens in use need the checkbox, and those already revoked are left out', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByRole('button', { name: 'Revoke 8 tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke 8 tokens' })
  await expect(dialog).toContainText('3 of the selected tokens are already inactive and are left out.')
  const confirm = dialog.getByRole('button', { name: 'Revoke 8 tokens' })
  await expect(confirm).toBeDisabled()
  await expect(dialog.getByRole('region', { name: 'Tokens' }).getByRole('listitem').first()).toContainText('used')
  await dialog
    .getByRole('checkbox', { name: 'I understand that anything using these 8 tokens will stop working' })
    .check()
  await confirm.click()
  await expect(dialog.getByRole('status')).toHaveText('8 revoked.')
  expect((await sandbox.tokensOf('owner')).filter(({ isActive }) => isActive)).toEqual([])
})

test('a session that ends halfway stops the rest', async ({ page, provoke, sandbox }) => {
  provoke(401)
  await createJobs(sandbox, 12)
  await signIn(page, 'norole')
  await expectTokens(page, 12)
  const dialog = await selectAll(page, 12)
  await waitForQueues(sandbox)
  await endSessionElsewhere(page, 'norole')
  await dialog.getByRole('button', { name: 'Revoke 12 tokens' }).click()
  await expect(page.getByRole('textbox', { name: 'Username' })).toBeVisible()
  expect(sent(sandbox, 'DELETE', anyToken)).toBeLessThanOrEqual(4)
  expect(await activeTokens(sandbox)).toHaveLength(12)
})
