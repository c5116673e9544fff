import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { choose, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, signIn, signInByForm } from './sessionSteps.ts'

const slow = 'This is taking longer than usual. Waldur hasn’t responded yet.'
const failed = 'Your tokens couldn’t be loaded'

// The page's clock runs on its own, and a test can move it on.
test.beforeEach(({ page }) => page.clock.install())

/** The seconds that the countdown shows. */
async function secondsOf(timer: Locator): Promise<number> {
  await expect(timer).toHaveText(/ in (\d+) seconds\.$/)
  return Number(/\d+/.exec((await timer.textContent()) ?? '')?.[0])
}

row(
  'row 5: a list without a response says so after three seconds and gives up after fifteen, a write after thirty',
  async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', tokensPath)
    await signIn(page, 'owner')
    await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
    await expect(page.getByText(slow)).toBeHidden()
    await page.clock.fastForward(3000)
    await expect(page.getByRole('status').filter({ hasText: slow })).toBeVisible()
    await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
    await page.clock.fastForward(12_000)
    const notice = alerts(page)
    await expect(notice).toContainText(`${failed} Waldur took too long to respond.`)
    await expect(page.getByText(slow)).toBeHidden()
    expect(sent(sandbox, 'GET', tokensPath), 'a list that takes too long is not requested again').toBe(1)
    release()
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()

    const dialog = await choose(page, 'Revoke', 'terraform')
    const releaseWrite = sandbox.holdNext('DELETE', /./)
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await page.clock.fastForward(20_000)
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeDisabled()
    await page.clock.fastForward(10_000)
    await expect(alerts(dialog)).toContainText('Waldur took too long to respond.')
    releaseWrite()
  },
)

row(
  'row 3: the page waits as long as Waldur asks, twice, with a countdown, and then leaves it to the user',
  async ({ page, provoke, sandbox }) => {
    provoke(503)
    sandbox.failNext('GET', tokensPath, { status: 503, headers: { 'Retry-After': '40' }, times: 3 })
    await signInByForm(page, 'owner')
    await expect(page.getByRole('status').filter({ hasText: 'The server asked this page to wait.' })).toBeVisible()
    const timer = page.getByRole('timer')
    await expect(timer).toHaveAttribute('aria-live', 'off')
    const first = await secondsOf(timer)
    await page.clock.fastForward(10_000)
    await expect.poll(() => secondsOf(timer)).toBeLessThanOrEqual(first - 10)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
    await page.clock.fastForward(30_000)
    // Waldur asks again, so the countdown starts again.
    await expect.poll(() => secondsOf(timer)).toBeGreaterThan(20)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(2)
    await page.clock.fastForward(40_000)
    const notice = alerts(page)
    await expect(notice).toContainText(`${failed} The server in front of Waldur responded instead (503). Try again in`)
    await page.clock.fastForward(40_000)
    await expect(timer).toHaveText('Try again now.')
    expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await expect(timer).toBeHidden()
  },
)

test.describe('with a server clock 26 hours ahead', () => {
  test.use({ sandboxOptions: { now: Date.now() + 26 * 3_600_000 } })

  row('row 4: the page waits until a date by the server’s clock', async ({ page, provoke, sandbox }) => {
    provoke(429)
    const date = new Date(sandbox.now() + 40_000).toUTCString()
    sandbox.failNext('GET', tokensPath, { status: 429, headers: { 'Retry-After': date } })
    await signInByForm(page, 'owner')
    const seconds = await secondsOf(page.getByRole('timer'))
    expect(seconds).toBeLessThanOrEqual(41)
    expect(seconds).toBeGreaterThan(10)
    await page.clock.fastForward((seconds - 5) * 1000)
    expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
    await page.clock.fastForward(6000)
    await expect(tokenTable(page)).toBeVisible()
    expect(sent(sandbox, 'GET', tokensPath)).toBe(2)
  })
})

test('a token’s page shows the wait too, and a button to try at once', async ({ page, provoke, sandbox }) => {
  provoke(503)
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  sandbox.failNext('GET', `${tokensPath}${uuid}/`, { status: 503, headers: { 'Retry-After': '60' } })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByText('The server asked this page to wait.')).toBeVisible()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
})

test('the first request of a page that stays signed in shows the wait too', async ({ page, provoke, sandbox }) => {
  provoke(503)
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  sandbox.failNext('GET', '/api/users/me/', { status: 503, headers: { 'Retry-After': '30' } })
  const release = sandbox.holdNext('GET', '/api/users/me/')
  await page.reload()
  await page.clock.fastForward(3000)
  await expect(page.getByText(slow)).toBeVisible()
  release()
  await secondsOf(page.getByRole('timer'))
  await expect(page.getByText(slow)).toBeHidden()
  await page.clock.fastForward(30_000)
  await expectSignedIn(page)
})

row('row 53: a sign-in and a dialog that Waldur slows down show a countdown', async ({ page, provoke, sandbox }) => {
  provoke(429)
  const sentence = 'The server in front of Waldur is limiting requests.'
  const response = { status: 429, headers: { 'Retry-After': '30' } }
  await page.goto('/tokens')
  sandbox.failNext('POST', '/api-auth/password/', response)
  await enterPassword(page, 'owner')
  const alert = alerts(page)
  await expect(alert).toContainText(`${sentence} Try again in`)
  const first = await secondsOf(alert.getByRole('timer'))
  await page.clock.fastForward(5000)
  await expect.poll(() => secondsOf(alert.getByRole('timer'))).toBeLessThanOrEqual(first - 5)
  await page.clock.fastForward(25_000)
  await expect(alert).toHaveText(`${sentence} Try again now.`)
  await enterPassword(page, 'owner')
  await expectSignedIn(page)

  const dialog = await choose(page, 'Revoke', 'terraform')
  sandbox.failNext('DELETE', /./, response)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(alerts(dialog)).toContainText(`${sentence} Try again in`)
  await page.clock.fastForward(30_000)
  await expect(alerts(dialog)).toContainText(`${sentence} Try again now.`)
})
