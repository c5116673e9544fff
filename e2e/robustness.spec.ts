import { openFilled, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { openTools, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

for (const hours of [-26, 26]) {
  test.describe(`with a server clock ${hours} hours from the browser’s`, () => {
    test.use({ sandboxOptions: { now: Date.now() + hours * 3_600_000 } })

    row('row 56: states and lifetimes go by the server’s clock', async ({ page, sandbox }) => {
      const form = await openFilled(page, 'owner', 'yearly', 'PROJECT.LIST')
      await form.getByRole('radio', { name: '1 year' }).check()
      const reveal = await submitAndReveal(page, form)
      const left = ((await sandbox.tokensOf('owner')).at(-1)?.expiresAt ?? 0) - sandbox.now()
      expect(left).toBeGreaterThan(364.9 * 86_400_000)
      await reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
      await reveal.getByRole('button', { name: 'Done' }).click()
      await expect(tokenRow(page, 'nightly-backup')).toContainText(/Expires soon.*3 days/)
      await expect(tokenRow(page, 'spring-import')).toContainText('Expired')
      await expect(tokenRow(page, 'ci-deploy')).toContainText('3 minutes ago')
      await expect(page.getByRole('note').filter({ hasText: 'Dates here follow Waldur’s clock.' })).toHaveText(
        `This computer’s clock is 26 hours ${hours < 0 ? 'ahead of' : 'behind'} Waldur’s. Dates here follow Waldur’s clock.`,
      )
    })
  })
}

test.describe('with a server clock centuries from the browser’s', () => {
  test.use({ sandboxOptions: { now: Date.UTC(2200, 0, 1) } })

  test('dates go by this computer’s clock, and a notice says so', async ({ page }) => {
    await signIn(page, 'owner')
    await expect(tokenRow(page, 'nightly-backup')).toContainText(/Active.*4 Jan 2200/)
    await expect(page.getByRole('note').filter({ hasText: 'Dates here follow this computer’s clock.' })).toHaveText(
      /^Waldur’s clock and this computer’s are \d+ years apart\./,
    )
    await openTools(page)
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /^CSV/ }).click()
    expect((await saved).suggestedFilename()).toMatch(/^waldur-tokens-20\d\d-/)
  })
})

row(
  'row 16: a list without readable headers ends after its last page',
  { tag: '@slow' },
  async ({ page, provoke, sandbox }) => {
    provoke(404)
    for (let number = 0; number < 100; number += 1) await sandbox.createToken('norole', { name: `n${number}` })
    const headers = { Authorization: `Token ${await sandbox.signIn('norole')}` }
    const all = await sandbox.app.request(`${tokensPath}?page_size=100`, { headers })
    // A page of another origin sees neither header if the server doesn't expose them.
    sandbox.failNext('GET', tokensPath, { status: 200, body: await all.json() })
    await signInByForm(page, 'norole')
    await expect(page.getByText('100 tokens', { exact: true }).first()).toBeVisible()
    await expect(alerts(page)).toHaveCount(0)
  },
)
