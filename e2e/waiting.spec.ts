import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, signIn, signInByForm } from './sessionSteps.ts'

const slow = 'This takes longer than usual; Waldur has not answered yet.'
const failed = 'Your tokens could not be loaded.'

// From here on the page's clock is ours; it goes on by itself until it is moved.
test.beforeEach(({ page }) => page.clock.install())

/** The seconds that the countdown shows. */
async function secondsOf(timer: Locator): Promise<number> {
  await expect(timer).toHaveText(/ in (\d+) seconds\.$/)
  return Number(/\d+/.exec((await timer.textContent()) ?? '')?.[0])
}

row(
  'row 5: a list without an answer says so after three seconds, and gives up after fifteen',
  async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', tokensPath)
    await signIn(page, 'owner')
    await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
    await expect(page.getByText(slow)).toBeHidden()
    await page.clock.runFor(3000)
    await expect(page.getByRole('status').filter({ hasText: slow })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
    await page.clock.runFor(12_000)
    const notice = page.getByRole('alert')
    await expect(notice).toContainText(`${failed} Waldur did not answer in time.`)
    await expect(page.getByText(slow)).toBeHidden()
    expect(sent(sandbox, 'GET', tokensPath), 'a list that takes too long is not asked for again').toBe(1)
    release()
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  },
)

test('a write without an answer has thirty seconds', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  const release = sandbox.holdNext('DELETE', /./)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await page.clock.runFor(20_000)
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
  await page.clock.runFor(10_000)
  await expect(dialog.getByRole('alert')).toContainText('Waldur did not answer in time.')
  release()
})

row('row 3: the wait that Waldur asks for runs down, and one need not wait', async ({ page, provoke, sandbox }) => {
  provoke(503)
  sandbox.failNext('GET', tokensPath, { status: 503, headers: { 'Retry-After': '40' }, times: 2 })
  await signInByForm(page, 'owner')
  await expect(page.getByRole('status').filter({ hasText: 'Waldur asks us to wait.' })).toBeVisible()
  const timer = page.getByRole('timer')
  await expect(timer).toHaveAttribute('aria-live', 'off')
  const first = await secondsOf(timer)
  await page.clock.runFor(10_000)
  await expect.poll(() => secondsOf(timer)).toBeLessThanOrEqual(first - 10)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
  await page.clock.runFor(30_000)
  // And anew, as Waldur asks again.
  await expect.poll(() => secondsOf(timer)).toBeGreaterThan(20)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(2)
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(timer).toBeHidden()
  expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
})

row(
  'row 3: after two waits the page gives up, counts on and leaves the rest to the user',
  async ({ page, provoke, sandbox }) => {
    provoke(503)
    sandbox.failNext('GET', tokensPath, { status: 503, headers: { 'Retry-After': '20' }, times: 3 })
    await signInByForm(page, 'owner')
    for (const asked of [1, 2]) {
      await secondsOf(page.getByRole('timer'))
      expect(sent(sandbox, 'GET', tokensPath)).toBe(asked)
      await page.clock.runFor(20_000)
      await expect.poll(() => sent(sandbox, 'GET', tokensPath)).toBe(asked + 1)
    }
    const notice = page.getByRole('alert')
    await expect(notice).toContainText(`${failed} Waldur has a problem and could not answer (503). Try again in`)
    await page.clock.runFor(20_000)
    await expect(notice.getByRole('timer')).toHaveText('Try again now.')
    expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  },
)

test.describe('with a server clock 26 hours ahead', () => {
  test.use({ sandboxOptions: { now: Date.now() + 26 * 3_600_000 } })

  row('row 4: a date to wait for is by the server’s clock, and waited for', async ({ page, provoke, sandbox }) => {
    provoke(429)
    const date = new Date(sandbox.now() + 40_000).toUTCString()
    sandbox.failNext('GET', tokensPath, { status: 429, headers: { 'Retry-After': date } })
    await signInByForm(page, 'owner')
    const seconds = await secondsOf(page.getByRole('timer'))
    expect(seconds).toBeLessThanOrEqual(41)
    expect(seconds).toBeGreaterThan(10)
    await page.clock.runFor((seconds - 5) * 1000)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
    await page.clock.runFor(6000)
    await expect(tokenTable(page)).toBeVisible()
    expect(sent(sandbox, 'GET', tokensPath)).toBe(2)
  })
})

test('the page of a token waits as openly', async ({ page, provoke, sandbox }) => {
  provoke(503)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  sandbox.failNext('GET', `${tokensPath}${uuid}/`, { status: 503, headers: { 'Retry-After': '60' } })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByText('Waldur asks us to wait.')).toBeVisible()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
})

test('and so does the profile', async ({ page, provoke, sandbox }) => {
  provoke(503)
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  sandbox.failNext('GET', '/api/users/me/', { status: 503, headers: { 'Retry-After': '30' } })
  const release = sandbox.holdNext('GET', '/api/users/me/')
  await page.reload()
  await page.clock.runFor(3000)
  await expect(page.getByText(slow)).toBeVisible()
  release()
  await secondsOf(page.getByRole('timer'))
  await expect(page.getByText(slow)).toBeHidden()
  await page.clock.runFor(30_000)
  await expectSignedIn(page)
})

row(
  'row 53: a sign-in that Waldur asks to wait with counts down, and so does a dialog',
  async ({ page, provoke, sandbox }) => {
    provoke(429)
    const sentence = 'Waldur asks us to slow down.'
    const answer = { status: 429, headers: { 'Retry-After': '30' } }
    await page.goto('/tokens')
    sandbox.failNext('POST', '/api-auth/password/', answer)
    await enterPassword(page, 'owner')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(`${sentence} Try again in`)
    const first = await secondsOf(alert.getByRole('timer'))
    await page.clock.runFor(5000)
    await expect.poll(() => secondsOf(alert.getByRole('timer'))).toBeLessThanOrEqual(first - 5)
    await page.clock.runFor(25_000)
    await expect(alert).toHaveText(`${sentence} Try again now.`)
    await enterPassword(page, 'owner')
    await expectSignedIn(page)

    const dialog = await choose(page, 'Revoke', 'terraform')
    sandbox.failNext('DELETE', /./, answer)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(dialog.getByRole('alert')).toContainText(`${sentence} Try again in`)
    await page.clock.runFor(30_000)
    await expect(dialog.getByRole('alert')).toContainText(`${sentence} Try again now.`)
  },
)
