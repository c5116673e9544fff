import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { runClockUntil, signIn, tokenRow, tokensPath } from './steps.ts'

test('after a leak all active tokens are revoked, used or not', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.getByRole('button', { name: 'I may have leaked something' }).click()
  const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
  await expect(leak.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(leak.getByRole('radio', { name: /^All that are active \(7\)/ })).toBeChecked()
  await leak.getByRole('button', { name: 'Go on with 7 tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke 7 tokens' })
  await dialog.getByRole('checkbox', { name: 'I know that these 7 tokens stop working now' }).check()
  await dialog.getByRole('button', { name: 'Revoke 7 tokens' }).click()
  await expect(dialog.getByRole('status')).toHaveText('7 revoked.')
  const left = (await sandbox.tokensOf('owner')).filter(({ isActive }) => isActive)
  expect(
    left.map(({ name }) => name),
    'what has expired can do nothing',
  ).toEqual(['spring-import'])
})

test('or those used since a moment, as far as Waldur notes it', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.getByRole('button', { name: 'I may have leaked something' }).click()
  const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
  // Used within the last day: ci-deploy, grafana-usage, slurm-sync and nightly-backup.
  await leak.getByRole('radio', { name: 'Those used since a moment (4)' }).check()
  const local = (ms: number) => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Tallinn',
    })
    return parts.format(ms).replace(' ', 'T')
  }
  await leak.getByRole('textbox', { name: 'Used since' }).fill(local(sandbox.now() + 86_400_000))
  await expect(leak).toContainText('Give a date and a time that have passed.')
  await expect(leak.getByRole('button', { name: 'Nothing to revoke' })).toBeDisabled()
  await leak.getByRole('textbox', { name: 'Used since' }).fill(local(sandbox.now() - 3_600_000))
  await leak.getByRole('button', { name: 'Go on with 2 tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expect(dialog.getByRole('listitem')).toHaveText([/ci-deploy|grafana-usage/, /ci-deploy|grafana-usage/])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(tokenRow(page, 'ci-deploy')).toContainText('Active')
})

test.describe('with 361 tokens', () => {
  test.use({ sandboxOptions: { tokens: 350 } })

  test('none is missed because it is not loaded yet', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signIn(page, 'owner')
    await page.getByRole('button', { name: 'I may have leaked something' }).click()
    const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
    await expect(leak).toContainText('Only 100 of your tokens are loaded.')
    await expect(leak.getByRole('button', { name: 'Go on with' })).toBeDisabled()
    release()
    await expect(leak.getByRole('button', { name: 'Go on with 7 tokens' })).toBeEnabled()
  })

  test('what cannot be loaded does not keep the others alive', async ({ page, provoke, sandbox }) => {
    provoke(503)
    await page.clock.install()
    sandbox.failNext('GET', /[?&]page=[2-9]/, { status: 503, times: 12 })
    await signIn(page, 'owner')
    await page.getByRole('button', { name: 'I may have leaked something' }).click()
    const leak = page.getByRole('dialog', { name: 'I may have leaked something' })
    await runClockUntil(page, leak, 'Only 100 of your tokens could be loaded.')
    await expectAccessible(page)
    await expect(leak.getByRole('button', { name: /^Go on with/ })).toBeEnabled()
    await expect(leak.getByRole('button', { name: 'Try again' })).toBeEnabled()
  })
})

test('whoever has no token has nothing to leak', async ({ page, sandbox }) => {
  await signIn(page, 'norole')
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'I may have leaked something' })).toHaveCount(0)
  expect(sandbox.requests.filter(({ path }) => path === tokensPath)).toHaveLength(1)
})
