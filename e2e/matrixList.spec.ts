import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'
import { expectTokens, searchTokens, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { runClockUntil } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const failed = 'Your tokens could not be loaded.'

row('row 7: a list that trickles is given up, and the page lives on meanwhile', async ({ page, sandbox }) => {
  await page.clock.install()
  sandbox.damageNext('GET', tokensPath, { kind: 'trickle', bytesPerSecond: 20 })
  await signInByForm(page, 'owner')
  await page.clock.runFor(3000)
  await expect(page.getByText('This takes longer than usual')).toBeVisible()
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.clock.runFor(12_000)
  await expect(page.getByRole('alert')).toContainText(`${failed} Waldur did not answer in time.`)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(1)
})

row('row 7: a list that stops in the middle is given up after ten silent seconds', async ({ page, sandbox }) => {
  await page.clock.install()
  sandbox.damageNext('GET', tokensPath, { kind: 'stall' })
  await signInByForm(page, 'owner')
  await expect(page.getByRole('status', { name: 'Loading your tokens' })).toBeVisible()
  await expect.poll(() => sandbox.requests.findLast(({ path }) => path === tokensPath)?.status).toBe(200)
  await page.clock.runFor(11_000)
  await expect(page.getByRole('alert')).toContainText(`${failed} Waldur did not answer in time.`)
})

for (const [what, damage] of [
  ['60 MB', { kind: 'huge', bytes: 60_000_000 }],
  ['20,000 rows at once', { kind: 'huge', rows: 20_000 }],
] as const) {
  row(`row 8: ${what} are not taken, and the page answers at once`, async ({ page, sandbox }) => {
    sandbox.damageNext('GET', tokensPath, damage)
    await signInByForm(page, 'owner')
    await expect(page.getByRole('alert')).toContainText(`${failed} Waldur’s answer is larger than this page takes.`)
    expect(await quickestClick(page), 'from the click to the frame after the next').toBeLessThan(200)
  })
}

row('row 8: a long list that is taken does not slow the page down', async ({ page, sandbox }) => {
  sandbox.damageNext('GET', tokensPath, { kind: 'huge', rows: 5000 })
  await signInByForm(page, 'owner')
  await expectTokens(page, 5000)
  expect(await quickestClick(page), 'from the click to the frame after the next').toBeLessThan(200)
})

/** The best of five times, in milliseconds, of opening the account menu: what the machine does meanwhile is not ours. */
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

for (const damage of [
  { kind: 'truncate', bytes: 700 },
  { kind: 'malformedJson' },
  { kind: 'schema', damage: 'null', path: '' },
] as const) {
  row(`row 9: a list that is damaged (${damage.kind}) is never shown half`, async ({ page, sandbox }) => {
    sandbox.damageNext('GET', tokensPath, damage)
    await signInByForm(page, 'owner')
    const notice = page.getByRole('alert')
    await expect(notice).toContainText(`${failed} Waldur answered something that this page cannot read`)
    await expect(tokenTable(page)).toHaveCount(0)
    await expect(page.getByRole('heading', { name: 'No tokens yet' })).toHaveCount(0)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })
}

row('row 9: a list that breaks off each time is never shown half', async ({ page, provoke, sandbox }) => {
  provoke('broken connection')
  // With an answer begun the browser repeats nothing by itself: these three are the page's.
  for (const _attempt of [1, 2, 3]) sandbox.dropNext('GET', tokensPath, 'midBody')
  await signInByForm(page, 'owner')
  const notice = page.getByRole('alert')
  await expect(notice).toContainText(`${failed} The connection broke in the middle of the answer.`)
  await expect(tokenTable(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toHaveCount(0)
  expect(sent(sandbox, 'GET', tokensPath)).toBe(3)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row('row 10: what may be missing reads as missing, what is new is passed over', async ({ page, sandbox }) => {
  // The newest of the seeded tokens comes first.
  sandbox.damageNext('GET', tokensPath, { kind: 'schema', damage: 'null', path: '0.last_used_at' })
  await signInByForm(page, 'owner')
  await expect(tokenTable(page).getByRole('row').nth(1)).toBeVisible()
  await expect(tokenTable(page)).toContainText('Never used')
  await expect(tokenTable(page)).not.toContainText(/Invalid|undefined|null|NaN/)
  await expect(page.getByRole('alert')).toHaveCount(0)
  sandbox.damageNext('GET', tokensPath, { kind: 'schema', damage: 'extra', path: '0' })
  await signInByForm(page, 'owner')
  await expect(page.getByText(/\d+ active, \d+ in all/)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

row.describe('with 361 tokens', () => {
  row.use({ sandboxOptions: { tokens: 350 } })

  row('row 14: a second page without an answer leaves the first, and can be asked again', async ({ page, sandbox }) => {
    await page.clock.install()
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signIn(page, 'owner')
    await expectTokens(page, 100)
    const notice = page.getByRole('alert')
    await runClockUntil(page, notice, 'Not all of your tokens could be loaded; those shown are right.')
    await expect(notice).toContainText('Waldur did not answer in time.')
    await expectTokens(page, 100)
    release()
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(notice).toBeHidden()
    await expect(page.getByText('7 active, 361 in all')).toBeVisible()
  })

  row('row 15: a token made between two pages shifts none out, and shows none twice', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signIn(page, 'owner')
    await expect(page.getByText('100 of 361 loaded…')).toBeVisible()
    await sandbox.createToken('owner', { name: 'made-meanwhile' })
    release()
    // It stands on the first page, which was read before. By the count one is missing, so that page is read once more.
    await expect(page.getByText('8 active, 362 in all')).toBeVisible()
    await expectTokens(page, 362)
    await searchTokens(page, 'made-meanwhile')
    await expect(tokenRow(page, 'made-meanwhile')).toHaveCount(1)
  })

  row('row 16: without headers the list goes on until Waldur says it is over', async ({ page, provoke, sandbox }) => {
    provoke(404)
    const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
    for (const number of [1, 2, 3, 4]) {
      const answer = await sandbox.app.request(`${tokensPath}?page_size=100&page=${number}`, { headers })
      sandbox.failNext('GET', new RegExp(`[?&]page=${number}(&|$)`), { status: 200, body: await answer.json() })
    }
    const asked = sent(sandbox, 'GET', tokensPath)
    await signInByForm(page, 'owner')
    await expect(page.getByText('7 active, 361 in all')).toBeVisible()
    await expectTokens(page, 361)
    expect(sent(sandbox, 'GET', tokensPath) - asked).toBe(5)
  })

  row('row 16: a server that knows no pages and no count is not asked for ever', async ({ page, sandbox }) => {
    const headers = { Authorization: `Token ${await sandbox.signIn('owner')}` }
    const answer = await sandbox.app.request(`${tokensPath}?page_size=100`, { headers })
    sandbox.failNext('GET', tokensPath, { status: 200, body: await answer.json(), times: 50 })
    const asked = sent(sandbox, 'GET', tokensPath)
    await signInByForm(page, 'owner')
    await expect(page.getByRole('alert')).toContainText(
      'Not all of your tokens could be loaded; those shown are right.',
    )
    await expect(page.getByText('100 loaded; there may be more', { exact: true })).toBeVisible()
    expect(sent(sandbox, 'GET', tokensPath) - asked).toBe(2)
  })
})
