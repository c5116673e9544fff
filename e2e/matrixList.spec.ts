import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'
import { expectTokens, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, runClockUntil } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signInByForm } from './sessionSteps.ts'

const failed = 'Your tokens couldn’t be loaded'

row('row 7: a list that stops arriving is given up, and the page can be used meanwhile', async ({ page, sandbox }) => {
  await page.clock.install()
  sandbox.damageNext('GET', tokensPath, { kind: 'stall' })
  await signInByForm(page, 'owner')
  await page.clock.fastForward(3000)
  await expect(page.getByText('This is taking longer than usual')).toBeVisible()
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.clock.fastForward(12_000)
  await expect(alerts(page)).toContainText(`${failed} Waldur took too long to respond.`)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
})

row('row 8: 20,000 rows at once are rejected, and the page stays responsive', async ({ page, sandbox }) => {
  sandbox.damageNext('GET', tokensPath, { kind: 'huge', rows: 20_000 })
  await signInByForm(page, 'owner')
  await expect(alerts(page)).toContainText(`${failed} Waldur’s response is too large for this page.`)
  expect(await quickestClick(page), 'from the click to the frame after the next').toBeLessThan(200)
})

row('row 8: a list of 5,000 rows does not slow the page down', async ({ page, sandbox }) => {
  sandbox.damageNext('GET', tokensPath, { kind: 'huge', rows: 5000 })
  await signInByForm(page, 'owner')
  await expectTokens(page, 5000)
  expect(await quickestClick(page), 'from the click to the frame after the next').toBeLessThan(200)
})

/** The best of five times of opening the account menu, in milliseconds, to leave out other load on the machine. */
async function quickestClick(page: Page): Promise<number> {
  const times: number[] = []
  for (let click = 0; click < 5; click += 1) {
    const ms = await page.getByRole('button', { name: 'Account menu' }).evaluate(
      (button: HTMLElement) =>
        new Promise<number>((resolve) => {
          const clicked = performance.now()
          button.click()
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - clicked)))
        }),
    )
    times.push(ms)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toBeHidden()
  }
  return Math.min(...times)
}

row('row 9: a list that is cut off is never shown in part', async ({ page, sandbox }) => {
  sandbox.damageNext('GET', tokensPath, { kind: 'truncate', bytes: 700 })
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await expect(notice).toContainText(`${failed} The response isn’t one that Waldur sends.`)
  await expect(tokenTable(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toHaveCount(0)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row('row 9: a list whose connection breaks each time is never shown in part', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  // Once a response has started, the browser doesn't resend the request: all three are the page's.
  for (const _attempt of [1, 2, 3]) sandbox.dropNext('GET', tokensPath, 'midBody')
  await page.clock.install()
  await signInByForm(page, 'owner')
  const notice = alerts(page)
  await runClockUntil(page, notice, `${failed} The connection dropped before the response was complete.`)
  await expect(tokenTable(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toHaveCount(0)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row.describe('with 361 tokens', () => {
  row.use({ sandboxOptions: { tokens: 350 } })

  row('row 16: a server without pages and count gets no endless requests', async ({ page, sandbox }) => {
    const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
    const response = await sandbox.app.request(`${tokensPath}?page_size=100`, { headers })
    sandbox.failNext('GET', tokensPath, { status: 200, body: await response.json(), times: 50 })
    const before = sent(sandbox, 'GET', tokensPath)
    await signInByForm(page, 'owner')
    await expect(alerts(page)).toContainText('Some of your tokens couldn’t be loaded. Those shown are correct.')
    await expect(page.getByText('100 loaded, and there may be more', { exact: true })).toBeVisible()
    expect(sent(sandbox, 'GET', tokensPath) - before).toBe(2)
  })
})
