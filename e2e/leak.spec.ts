import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { createUnbound } from './howToUseSteps.ts'
import { openTool, tokenRow } from './listSteps.ts'
import { runClockUntil } from './pageSteps.ts'
import { storeAndClose } from './revealSteps.ts'
import { statusOf, tokenPath, tokensPath } from './sandboxSteps.ts'
import { enterPassword, expectSignedOut, signIn, signInByForm } from './sessionSteps.ts'

test('after a leak the tokens used since a time, or all active ones, are revoked', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  const open = () => openTool(page, 'Revoke leaked tokens')
  await open()
  const leak = page.getByRole('dialog', { name: 'Revoke leaked tokens' })
  await expect(leak).toHaveAccessibleDescription(/^Revoke first, investigate later\./)
  // Used within the last day: ci-deploy, grafana-usage, slurm-sync and nightly-backup.
  await leak.getByRole('radio', { name: 'Only tokens used since a certain time (4)' }).check()
  const local = (ms: number) => {
    const parts = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Tallinn',
    })
    return parts.format(ms).replace(' ', 'T')
  }
  await leak.getByRole('textbox', { name: 'Used since' }).fill(local(sandbox.now() + 86_400_000))
  await expect(leak).toContainText('Enter a date and time in the past.')
  await expect(leak.getByRole('button', { name: 'No tokens to revoke' })).toBeDisabled()
  await leak.getByRole('textbox', { name: 'Used since' }).fill(local(sandbox.now() - 3_600_000))
  await leak.getByRole('button', { name: 'Review 2 tokens' }).click()
  const dialog = page.getByRole('dialog', { name: 'Revoke 2 tokens' })
  await expect(dialog).toHaveAccessibleDescription(/^Anything using them stops working immediately/)
  await expect(dialog.getByRole('region', { name: 'Tokens' }).getByRole('listitem')).toHaveText([
    /ci-deploy|grafana-usage/,
    /ci-deploy|grafana-usage/,
  ])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(tokenRow(page, 'ci-deploy')).toContainText('Active')

  await open()
  await expect(leak.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await expect(leak.getByRole('radio', { name: /^All active tokens \(7\)/ })).toBeChecked()
  await leak.getByRole('button', { name: 'Review 7 tokens' }).click()
  const all = page.getByRole('dialog', { name: 'Revoke 7 tokens' })
  await all.getByRole('checkbox', { name: 'I understand that anything using these 7 tokens will stop working' }).check()
  await all.getByRole('button', { name: 'Revoke 7 tokens' }).click()
  await expect(all.getByRole('status')).toHaveText('7 revoked.')
  const left = (await sandbox.tokensOf('owner')).filter(({ isActive }) => isActive)
  expect(
    left.map(({ name }) => name),
    'an expired token can do nothing',
  ).toEqual(['spring-import'])
})

test.describe('with 111 tokens', () => {
  test.use({ sandboxOptions: { tokens: 100 } })

  test('the dialog waits until all tokens are loaded', async ({ page, sandbox }) => {
    const release = sandbox.holdNext('GET', /[?&]page=2/)
    await signIn(page, 'owner')
    await openTool(page, 'Revoke leaked tokens')
    const leak = page.getByRole('dialog', { name: 'Revoke leaked tokens' })
    await expect(leak).toContainText('Only 100 of your tokens are loaded.')
    await expect(leak.getByRole('button', { name: 'Review' })).toBeDisabled()
    release()
    await expect(leak.getByRole('button', { name: 'Review 7 tokens' })).toBeEnabled()
  })

  test('if some tokens cannot be loaded, the others can still be revoked', async ({ page, provoke, sandbox }) => {
    provoke(503)
    await page.clock.install()
    sandbox.failNext('GET', /[?&]page=[2-9]/, { status: 503, times: 12 })
    await signInByForm(page, 'owner')
    await openTool(page, 'Revoke leaked tokens')
    const leak = page.getByRole('dialog', { name: 'Revoke leaked tokens' })
    await runClockUntil(page, leak, 'Only 100 of your tokens could be loaded.')
    await expectAccessible(page)
    await expect(leak.getByRole('button', { name: /^Review/ })).toBeEnabled()
    await expect(leak.getByRole('button', { name: 'Try again' })).toBeEnabled()
  })
})

test('a user without tokens has no such button', async ({ page, sandbox }) => {
  await signIn(page, 'norole')
  await expect(page.getByRole('heading', { name: 'No tokens yet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tools' })).toHaveCount(0)
  expect(sandbox.requests.filter(({ path }) => path === tokensPath)).toHaveLength(1)
})

test.describe('the sign-in key, which a leaked token may have revealed', () => {
  const mayBeKnown = 'A leaked token may also have revealed your sign-in key.'
  const revokeFirst = 'Revoke the leaked tokens first.'
  const reportGoes = 'This page’s report is gone once you sign out.'

  async function openLeak(page: Page): Promise<Locator> {
    await openTool(page, 'Revoke leaked tokens')
    return page.getByRole('dialog', { name: 'Revoke leaked tokens' })
  }

  /** Revokes all active tokens. @returns the dialog with the report */
  async function revokeAll(page: Page, leak: Locator): Promise<Locator> {
    await leak.getByRole('button', { name: /^Review/ }).click()
    const dialog = page.getByRole('dialog', { name: /^Revoke / })
    await dialog.getByRole('checkbox', { name: /^I understand that/ }).check()
    await dialog.getByRole('button', { name: /^Revoke / }).click()
    return dialog
  }

  /** Presses the note's button. @returns the confirmation for signing out */
  async function askToSignOut(page: Page, dialog: Locator): Promise<Locator> {
    await dialog.getByRole('button', { name: 'Sign out everywhere' }).click()
    return page.getByRole('dialog', { name: 'Sign out everywhere?' })
  }

  test('can be ended before and after the tokens, with advice to revoke them first', async ({
    origin,
    page,
    sandbox,
  }) => {
    await signIn(page, 'owner')
    const key = await sandbox.signIn('owner')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    const leak = await openLeak(page)
    await expect(leak).toContainText(mayBeKnown)
    const early = await askToSignOut(page, leak)
    await expect(early).toContainText(revokeFirst)
    await expect(early).not.toContainText(reportGoes)
    await early.getByRole('button', { name: 'Cancel' }).click()
    await expect(leak.getByRole('button', { name: 'Review 7 tokens' })).toBeEnabled()
    const dialog = await revokeAll(page, leak)
    await expect(dialog.getByRole('status')).toHaveText('7 revoked.')
    await expect(dialog).toContainText(mayBeKnown)
    await expectAccessible(page)
    const question = await askToSignOut(page, dialog)
    await expect(question).toContainText('in every tab and browser, including HomePort')
    await expect(question).toContainText(reportGoes)
    await expect(question).not.toContainText(revokeFirst)
    await expect(question.getByRole('button', { name: /^Forget/ })).toHaveCount(0)
    await expectAccessible(page)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog.getByRole('status')).toHaveText('7 revoked.')
    expect(await statusOf(origin, `Token ${key}`)).toBe(200)
    await (await askToSignOut(page, dialog)).getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    await expect.poll(() => statusOf(origin, `Token ${key}`)).toBe(401)
  })

  test('can be ended although a token could not be revoked', async ({ origin, page, provoke, sandbox }) => {
    provoke(500)
    const { uuid, token } = await sandbox.createToken('owner', { name: 'stubborn' })
    await signIn(page, 'owner')
    const key = await sandbox.signIn('owner')
    sandbox.failNext('DELETE', tokenPath(uuid), { status: 500 })
    const dialog = await revokeAll(page, await openLeak(page))
    await expect(dialog.getByRole('status')).toHaveText('7 revoked and 1 failed.')
    const question = await askToSignOut(page, dialog)
    await expect(question).toContainText(revokeFirst)
    await expect(question).toContainText(reportGoes)
    await question.getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    await expect.poll(() => statusOf(origin, `Token ${key}`)).toBe(401)
    // This is why tokens should be revoked first.
    expect(await statusOf(origin, `Bearer ${token}`)).toBe(200)
    await enterPassword(page, 'owner')
    await expect(tokenRow(page, 'stubborn')).toContainText('Active')
  })

  test('is not mentioned if a test has found it hidden', async ({ page, sandbox }) => {
    sandbox.settings.PAT_SEES_SIGN_IN_KEY = false
    const reveal = await createUnbound(page)
    await reveal.getByRole('button', { name: 'Test token' }).click()
    await expect(reveal).toContainText('Your sign-in key stays hidden')
    await storeAndClose(page)
    const leak = await openLeak(page)
    await expect(leak.getByRole('button', { name: 'Review 8 tokens' })).toBeEnabled()
    await expect(leak).not.toContainText(mayBeKnown)
    const dialog = await revokeAll(page, leak)
    await expect(dialog.getByRole('status')).toHaveText('8 revoked.')
    await expect(dialog).not.toContainText(mayBeKnown)
  })
})
