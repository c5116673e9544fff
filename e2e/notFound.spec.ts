import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillCreate, openCreate, submit } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { tokensPath } from './sandboxSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

// A gateway, an ingress default backend or a rolling upgrade says 404 for Waldur: nothing is believed of it.

const anyToken = /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/
const notFound = 'The answer was “not found” (404).'

const gateway = { status: 404, body: 'default backend - 404', headers: { 'Content-Type': 'text/plain' } }

const say = (sandbox: Sandbox, method: string, path: string | RegExp, times = 1) =>
  sandbox.failNext(method, path, { ...gateway, times })

test.beforeEach(({ provoke }) => provoke(404))

test('a 404 does not end a token', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  say(sandbox, 'DELETE', anyToken)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog.getByRole('alert')).toContainText(notFound)
  await expect(dialog.getByRole('alert')).toContainText('The token is still active.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Active')
  await expect(page.getByText(/already revoked/)).toHaveCount(0)
})

test('a 404 leaves it open where nothing else can be read', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Revoke', 'terraform')
  say(sandbox, 'DELETE', anyToken)
  say(sandbox, 'GET', anyToken)
  say(sandbox, 'GET', tokensPath)
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('The token may be revoked all the same')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(tokenRow(page, 'terraform')).toContainText('Revoked')
})

test('a 404 ends none of three, and each can be tried again', async ({ page, sandbox }) => {
  for (const name of ['job-1', 'job-2', 'job-3']) await sandbox.createToken('norole', { name })
  await signIn(page, 'norole')
  const dialog = await askForAll(page)
  say(sandbox, 'DELETE', anyToken, 3)
  await dialog.getByRole('button', { name: 'Revoke 3 tokens' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 failed.')
  await expect(dialog.getByRole('listitem').first()).toContainText('The token is still active.')
  say(sandbox, 'DELETE', anyToken, 3)
  say(sandbox, 'GET', anyToken, 3)
  say(sandbox, 'GET', tokensPath, 3)
  await dialog.getByRole('button', { name: 'Retry 3' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 not known.')
  await expect(dialog.getByRole('listitem').first()).toContainText('The token may be revoked all the same')
  await dialog.getByRole('button', { name: 'Retry 3' }).click()
  await expect(dialog.getByRole('status')).toHaveText('3 revoked.')
})

test('a 404 does not rotate one, nor hide that it was not', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  say(sandbox, 'POST', /rotate/)
  // The list tells that it lives.
  say(sandbox, 'GET', anyToken, 9)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/Not rotated.*The old secret still works\./)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
})

test('a 404 leaves a rotation open where nothing else can be read', async ({ page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.failNext('POST', /rotate/, { ...gateway, afterCommit: true })
  say(sandbox, 'GET', anyToken, 9)
  say(sandbox, 'GET', tokensPath, 4)
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('We cannot tell yet', { timeout: 15_000 })
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Rotated, but the new secret was lost')
})

test('a 404 says nothing of a token that is asked for by its address', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  say(sandbox, 'GET', anyToken)
  say(sandbox, 'GET', tokensPath)
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  const notice = page.getByRole('alert')
  await expect(notice).toContainText(`This token could not be loaded. ${notFound}`)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await expect(page.getByText('No such token')).toHaveCount(0)
})

test('a 404 creates nothing, and is looked into', async ({ page, sandbox }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'ci', 'PROJECT.LIST')
  say(sandbox, 'POST', tokensPath)
  await submit(form)
  await expect(form.getByRole('alert')).toContainText('Nothing was created')
})

test.describe('with 250 more', () => {
  test.use({ sandboxOptions: { tokens: 250 } })

  test('a 404 is no end of the list', async ({ page, sandbox }) => {
    say(sandbox, 'GET', /[?&]page=2/)
    await signInByForm(page, 'owner')
    const notice = page.getByRole('alert')
    await expect(notice).toContainText('Not all of your tokens could be loaded; those shown are right.')
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
