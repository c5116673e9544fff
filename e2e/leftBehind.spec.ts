import type { Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { fillCreate, openCreate, submit } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, notice, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { acceptPrompts } from './pageSteps.ts'
import { expectNoSecret, readSecret, revealDialog, rotate, storeAndClose } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, signIn } from './sessionSteps.ts'

const question = 'Did you save the secret of ci?'

test.beforeEach(async ({ sandbox }) => {
  await sandbox.createToken('norole', { name: 'ci' })
})

test('a reload while the secret is on screen is spoken of afterwards, until the token has another one', async ({
  page,
}) => {
  acceptPrompts(page)
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  const secret = await readSecret(page)
  await page.reload()
  await signIn(page, 'norole')
  await expect(notice(page, question)).toContainText('It was on screen just now')
  await expectNoSecret(page, secret)
  await notice(page, question).getByRole('button', { name: 'Rotate to get a new secret' }).click()
  await page.getByRole('dialog', { name: 'Rotate ci' }).getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await expect(notice(page, question)).toBeHidden()
  await storeAndClose(page)
  await expect(page.getByText('1 active, 3 in all')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('that the secret was tried where it was shown does not say that somebody has it', async ({ page }) => {
  acceptPrompts(page)
  await signIn(page, 'norole')
  const reveal = await rotate(page, 'ci')
  await reveal.getByRole('button', { name: 'How to use it' }).click()
  await reveal.getByRole('button', { name: 'Test this token' }).click()
  await expect(reveal.getByRole('status', { name: 'Result of the test' })).toContainText('Waldur accepts it')
  await page.reload()
  await signIn(page, 'norole')
  await expect(notice(page, question)).toBeVisible()
})

test('on the page of a token that is said, too, with a way to the list', async ({ page, sandbox }) => {
  acceptPrompts(page)
  const [ci] = await sandbox.tokensOf('norole')
  await signIn(page, 'norole', `/tokens/${ci?.uuid}`)
  await page.getByRole('button', { name: 'Rotate' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate token' }).click()
  await expect(revealDialog(page)).toBeVisible()
  await page.reload()
  await signIn(page, 'norole', `/tokens/${ci?.uuid}`)
  const hint = notice(page, 'A secret that was issued here may be lost.')
  await expectAccessible(page)
  await hint.getByRole('link', { name: 'Go to your tokens' }).click()
  await notice(page, question).getByRole('button', { name: 'I have it' }).click()
  await tokenRow(page, 'ci').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeVisible()
  await expect(hint).toHaveCount(0)
})

for (const [how, leave] of [
  ['closed', (page: Page) => page.close()],
  [
    'crashed',
    async (page: Page) => {
      const devtools = await page.context().newCDPSession(page)
      const crashed = page.waitForEvent('crash')
      // Never answered: the renderer is gone.
      devtools.send('Page.crash').catch(() => undefined)
      await crashed
    },
  ],
] as const) {
  test(`a tab that ${how} with a secret on screen is spoken of in the next one`, async ({ context, page }) => {
    await signIn(page, 'norole')
    await rotate(page, 'ci')
    await leave(page)
    const next = await context.newPage()
    await signIn(next, 'norole')
    await expect(notice(next, question)).toBeVisible()
    await notice(next, question).getByRole('button', { name: 'I have it' }).click()
    await expect(notice(next, question)).toBeHidden()
    await expect(next.getByRole('heading', { name: 'Personal access tokens' })).toBeFocused()
    await next.reload()
    await signIn(next, 'norole')
    await expect(next.getByText('1 active, 2 in all')).toBeVisible()
    await expect(notice(next, question)).toBeHidden()
  })
}

test('revoked from the notice, nothing is left to say', async ({ page }) => {
  acceptPrompts(page)
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  await page.reload()
  await signIn(page, 'norole')
  await notice(page, question).getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog', { name: 'Revoke ci' }).getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByText('0 active, 2 in all')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a copied secret is no reason to ask', async ({ page }) => {
  await signIn(page, 'norole')
  const dialog = await rotate(page, 'ci')
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expect(dialog.getByRole('status')).toHaveText('Copied')
  await page.reload()
  await signIn(page, 'norole')
  await expect(page.getByText('1 active, 2 in all')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a secret that works somewhere was saved', async ({ context, origin, page }) => {
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  const secret = await readSecret(page)
  await page.close()
  await fetch(`${origin}/api/projects/`, { headers: { Authorization: `Bearer ${secret}` } })
  const next = await context.newPage()
  await signIn(next, 'norole')
  await expect(next.getByText('1 active, 2 in all')).toBeVisible()
  await expect(next.getByRole('alert')).toHaveCount(0)
})

test('nobody else who signs in on this computer is told', async ({ context, page }) => {
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  await page.close()
  const next = await context.newPage()
  await signIn(next, 'owner')
  await expect(next.getByText(/\d active, \d+ in all/)).toBeVisible()
  await expect(next.getByRole('alert')).toHaveCount(0)
})

test('while one tab shows the secret another one does not speak of it, and does once it is gone', async ({
  context,
  page,
}) => {
  await signIn(page, 'norole')
  await rotate(page, 'ci')
  const other = await context.newPage()
  await signIn(other, 'norole')
  await expect(other.getByText('1 active, 2 in all')).toBeVisible()
  await expect(other.getByRole('alert')).toHaveCount(0)
  await page.close()
  await other.reload()
  await enterPassword(other, 'norole')
  await expect(notice(other, question)).toBeVisible()
})

row('row 39: a reload while a create is on its way is asked about, and followed up', async ({ page, sandbox }) => {
  const prompts = acceptPrompts(page)
  const form = await openCreate(page, 'member')
  await fillCreate(form, 'late', 'PROJECT.LIST')
  const release = sandbox.holdNext('POST', tokensPath)
  await submit(form)
  await expect.poll(() => sent(sandbox, 'POST', tokensPath)).toBe(1)
  await page.reload()
  expect(prompts).toEqual(['beforeunload'])
  await signIn(page, 'member')
  const info = notice(page, 'This page was left while late was being created. No such token is there so far.')
  await expect(info).toBeVisible()
  release()
  await expect.poll(async () => (await sandbox.tokensOf('member')).map(({ name }) => name)).toContain('late')
  await info.getByRole('button', { name: 'Check again' }).click()
  await expect(info).toBeHidden()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
  const found = notice(page, 'Nobody has the secret of late')
  await expect(found).toContainText('its secret never reached this browser')
  await found.getByRole('button', { name: 'Leave it' }).click()
  await expect(found).toBeHidden()
})

test('nothing that came of a create which was left can be dismissed', async ({ page, provoke, sandbox }) => {
  acceptPrompts(page)
  const form = await openCreate(page, 'member')
  await fillCreate(form, 'late', 'PROJECT.LIST')
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
  const again = page.getByRole('dialog', { name: 'Create personal access token' })
  await fillCreate(again, 'never', 'PROJECT.LIST')
  await submit(again)
  await expect(again.getByRole('alert')).toContainText('Nothing was created')
  await again.getByRole('button', { name: 'Cancel' }).click()
  await again.getByRole('button', { name: 'Discard' }).click()
  // The dialog has said so.
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a dialog closed on a token that nobody has the secret of leaves it in sight', async ({
  page,
  provoke,
  sandbox,
}) => {
  provoke(502)
  await signIn(page, 'norole')
  const dialog = await choose(page, 'Rotate', 'ci')
  sandbox.failNext('POST', /rotate/, { status: 502, body: '<h1>Bad gateway</h1>', afterCommit: true })
  await dialog.getByRole('button', { name: 'Rotate token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Rotated, but the new secret was lost')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(notice(page, 'Nobody has the secret of ci')).toBeVisible()
})
