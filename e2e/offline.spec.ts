import { expect, test } from './fixtures.ts'
import { expectHeard, forgetHeard } from './heard.ts'
import { choose, tokenRow, tokenTable } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, goOffline, waitForDialogs } from './pageSteps.ts'
import { sent, tokensPath, waitForPreload } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

const asTheyWere = /^You’re offline\. These are your tokens as of .+\. They refresh when you’re back online\.$/
const nothingSent = 'You’re offline, so nothing was sent. Check your connection and try again.'

row(
  'row 6: offline, the rows stay with their age, and are refreshed later',
  { tag: '@firefox' },
  async ({ context, page, provoke, sandbox }) => {
    provoke('broken connection')
    await signIn(page, 'owner')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await waitForDialogs(page)
    await goOffline(page)
    await expect(alerts(page)).toHaveText(asTheyWere)
    await expect(page.getByRole('banner')).toContainText('Offline')
    // A refresh that fails for the same reason doesn't add a second notice.
    const dialog = await choose(page, 'Revoke', 'terraform')
    await dialog.getByRole('button', { name: 'Revoke token' }).click()
    await expect(alerts(dialog).last()).toHaveText(nothingSent)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(alerts(page)).toHaveText([asTheyWere])
    await expect(tokenTable(page).getByRole('row')).toHaveCount(12)

    const asked = sent(sandbox, 'GET', tokensPath)
    await sandbox.createToken('owner', { name: 'made-meanwhile' })
    await context.setOffline(false)
    await expect(tokenRow(page, 'made-meanwhile')).toBeVisible()
    await expect(alerts(page)).toHaveCount(0)
    await expect(page.getByRole('banner')).not.toContainText('Offline')
    expect(sent(sandbox, 'GET', tokensPath)).toBeGreaterThan(asked)
    expect(sent(sandbox, 'DELETE', /./), 'nothing is sent later').toBe(0)
    await expect(tokenRow(page, 'terraform')).toContainText('Active')
  },
)

test('offline, a token’s page shows the token’s age', { tag: '@firefox' }, async ({ context, page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('group', { name: 'Activity' })).toContainText('Waldur shows no activity')
  await waitForPreload(sandbox)
  await forgetHeard(page)
  await goOffline(page)
  await expect(alerts(page)).toHaveText(/^You’re offline\. This is the token as of .+ you’re back online\.$/)
  await expectHeard(page, `assertive: ${await alerts(page).textContent()}`)
  await context.setOffline(false)
  await expect(alerts(page)).toHaveCount(0)
})

test('a token from the list can be opened offline', async ({ context, page, provoke, sandbox }) => {
  provoke('broken connection')
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await waitForPreload(sandbox)
  await page.clock.install()
  await goOffline(page)
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  // Even after several attempts to refresh it.
  await page.clock.fastForward(30_000)
  await expect(alerts(page).first()).toHaveText(/^You’re offline\. This is the token as of .+$/)
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeEnabled()
  await context.setOffline(false)
  await expect(alerts(page)).toHaveCount(0)
})
