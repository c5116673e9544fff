import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { expect, test } from './fixtures.ts'
import { choose, expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { alerts, runClockUntil } from './pageSteps.ts'
import { outcomeOf } from './revealSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

// A 404 may come from a gateway, an ingress or a rolling upgrade in front of Waldur, so the page never relies on it.

const anyToken = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/
const notFound = 'The response was “not found” (404).'

const gateway = { status: 404, body: 'default backend - 404', headers: { 'Content-Type': 'text/plain' } }

const say404 = (sandbox: Sandbox, method: string, path: string | RegExp, times = 1) =>
  sandbox.failNext(method, path, { ...gateway, times })

test.beforeEach(({ provoke }) => provoke(404))

test('a 404 for Revoke: the token is still active, or its state is unknown if nothing else can be read', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  const revoke = dialog.getByRole('button', { name: 'Revoke token' })
  say404(sandbox, 'DELETE', anyToken)
  await revoke.click()
  await expect(alerts(dialog)).toContainText(notFound)
  await expect(alerts(dialog)).toContainText('The token is still active.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Active')
  await expect(page.getByText(/already gone/)).toHaveCount(0)

  await choose(page, 'Revoke', 'terraform')
  say404(sandbox, 'DELETE', anyToken)
  say404(sandbox, 'GET', anyToken)
  say404(sandbox, 'GET', tokensPath)
  await revoke.click()
  await expect(alerts(dialog)).toContainText('The token may have been revoked anyway')
  await revoke.click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
})

test('a 404 for three revocations: each can be tried again', async ({ page, sandbox }) => {
  for (const name of ['job-1', 'job-2', 'job-3']) await sandbox.createToken('norole', { name })
  await signIn(page, 'norole')
  const dialog = await askForAll(page)
  say404(sandbox, 'DELETE', anyToken, 3)
  await dialog.getByRole('button', { name: 'Revoke 3 tokens' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 failed.')
  await expect(dialog.getByRole('listitem').first()).toContainText('The token is still active.')
  say404(sandbox, 'DELETE', anyToken, 3)
  say404(sandbox, 'GET', anyToken, 3)
  say404(sandbox, 'GET', tokensPath, 3)
  await dialog.getByRole('button', { name: 'Try 3 again' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 not known.')
  await expect(dialog.getByRole('listitem').first()).toContainText('The token may have been revoked anyway')
  await dialog.getByRole('button', { name: 'Try 3 again' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 revoked.')
})

test('a 404 for Rotate: the list shows that nothing was rotated, and it can be tried again', async ({
  page,
  sandbox,
}) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await page.clock.install()
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  const rotate = dialog.getByRole('button', { name: 'Rotate token' })
  const alert = outcomeOf(dialog)
  say404(sandbox, 'POST', /rotate/)
  say404(sandbox, 'GET', anyToken, 3)
  await rotate.click()
  await runClockUntil(page, alert, /Not rotated.*The old secret still works\./)

  sandbox.failNext('POST', /rotate/, { ...gateway, afterCommit: true })
  // Enough for as often as the page looks before the test does.
  say404(sandbox, 'GET', anyToken, 1000)
  say404(sandbox, 'GET', tokensPath, 1000)
  await rotate.click()
  await runClockUntil(page, alert, 'Outcome not known yet')
  sandbox.clearFaults()
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await expect(alert).toContainText('Rotated, but the new secret was lost')
})

test('a 404 for a token’s page doesn’t mean that the token is gone', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  say404(sandbox, 'GET', anyToken)
  say404(sandbox, 'GET', tokensPath)
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  const notice = alerts(page)
  await expect(notice).toContainText(`This token couldn’t be loaded. ${notFound}`)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await expect(page.getByText('Token not found')).toHaveCount(0)
})

test.describe('with 261 tokens', () => {
  test.use({ sandboxOptions: { tokens: 250 } })

  test('a 404 for a later page is not the end of the list', async ({ page, sandbox }) => {
    say404(sandbox, 'GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    const notice = alerts(page)
    await expect(notice).toContainText('Some of your tokens couldn’t be loaded. Those shown are correct.')
    await expect(notice).toContainText(notFound)
    await expect(page.getByText('100 of 261 loaded', { exact: true })).toBeVisible()
    await searchTokens(page, 'pipeline-00001')
    await expect(page.getByText('Not all of your tokens are loaded.')).toBeVisible()
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(tokenRow(page, 'pipeline-00001')).toBeVisible()
    await expect(notice).toHaveCount(0)
  })
})

async function askForAll(page: Page) {
  await expectTokens(page, 3)
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await page.getByRole('button', { name: 'Revoke 3 tokens' }).click()
  return page.getByRole('dialog', { name: 'Revoke 3 tokens' })
}
