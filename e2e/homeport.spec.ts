import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillCreate, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import {
  HOMEPORT,
  openHomeport,
  signInToHomeport,
  signOutOfHomeport,
  stopActingAs,
  tokenInHomeport,
} from './homeportSteps.ts'
import { tokenRow } from './listSteps.ts'
import { readSecret } from './revealSteps.ts'
import { sent, statusOf, tokensPath, waitForPreload } from './sandboxSteps.ts'
import {
  askToSignOut,
  endSessionElsewhere,
  enterPassword,
  enterToken,
  expectSignedIn,
  expectSignedOut,
  signInByForm,
} from './sessionSteps.ts'

async function expectUser(page: Page, name: string): Promise<void> {
  await expectSignedIn(page)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByRole('presentation').getByText(name)).toBeVisible()
  await page.keyboard.press('Escape')
}

const ended = { name: 'Your session ended' }

test.describe('where the deployment shares the sign-in of HomePort', () => {
  test.use({ placement: HOMEPORT })

  test('who is signed in there is signed in here', async ({ context, origin, page, sandbox }) => {
    await signInToHomeport(await openHomeport(context, origin), await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await expectUser(page, 'Kädi Tõnisson')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })

  test('what is no sign-in in HomePort’s storage is not used, and that is said', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    const homeport = await openHomeport(context, origin)
    const token = await sandbox.signIn('owner')
    const notice = page.getByRole('alert').filter({ hasText: 'holds a HomePort sign-in that can’t be read' })
    for (const entries of [
      { token: `${token}\n` },
      { token: `${token.slice(1)}€` },
      { token, impersonation: 'nobody' },
      { token, impersonation: '€' },
    ]) {
      // Not while the page listens: one entry after the other is written.
      await page.goto('about:blank')
      await signInToHomeport(homeport, entries.token, entries)
      await page.goto('/tokens')
      await expect(notice, JSON.stringify(entries)).toBeVisible()
      await expectSignedOut(page)
    }
    expect(sent(sandbox, 'GET', '/api/users/me/')).toBe(0)
    await enterPassword(page, 'owner')
    await expectUser(page, 'Kädi Tõnisson')
    await page.reload()
    await expectUser(page, 'Kädi Tõnisson')
  })

  test('who signs in there while the form is open here, is in', async ({ context, origin, page, sandbox }) => {
    await page.goto('/tokens')
    await expectSignedOut(page)
    await signInToHomeport(await openHomeport(context, origin), await sandbox.signIn('owner'))
    await expectUser(page, 'Kädi Tõnisson')
  })

  test('who signs in here with a password is signed in there, and that is said', async ({ page, sandbox }) => {
    await page.goto('/tokens')
    await expect(page.getByText('This signs you in to HomePort in this browser as well.')).toBeVisible()
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    expect(await tokenInHomeport(page)).toBe(await sandbox.signIn('owner'))
    await page.reload()
    await expectSignedIn(page)
  })

  test('a personal access token is not left for HomePort', async ({ page, sandbox }) => {
    const { token } = await sandbox.createToken('owner', { name: 'look' })
    await page.goto('/tokens')
    await enterToken(page, token)
    await expectSignedIn(page)
    expect(await tokenInHomeport(page)).toBeNull()
  })

  test('signing out here reaches HomePort’s entries and every tab', async ({ context, origin, page, sandbox }) => {
    await signInToHomeport(await openHomeport(context, origin), await sandbox.signIn('owner'))
    const other = await context.newPage()
    await other.goto(`${origin}/tokens`)
    await expectSignedIn(other)
    await page.goto('/tokens')
    await waitForPreload(sandbox, 2)
    const dialog = await askToSignOut(page)
    await expect(dialog).toContainText('HomePort in this browser forgets it too')
    const authorization = `Token ${await tokenInHomeport(page)}`
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    expect(await tokenInHomeport(page)).toBeNull()
    await expect(other.getByRole('dialog', ended)).toBeVisible()
    await expect.poll(() => statusOf(origin, authorization)).toBe(401)
  })

  test('forgetting in this browser leaves the session alive', async ({ origin, page }) => {
    await signInByForm(page, 'owner')
    const authorization = `Token ${await tokenInHomeport(page)}`
    const dialog = await askToSignOut(page)
    await dialog.getByRole('button', { name: 'Forget in this browser' }).click()
    await expectSignedOut(page)
    expect(await tokenInHomeport(page)).toBeNull()
    expect(await statusOf(origin, authorization)).toBe(200)
    await page.reload()
    await expectSignedOut(page)
  })

  test('what is typed waits for the same user to come back through HomePort', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    const homeport = await openHomeport(context, origin)
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('half done')
    await waitForPreload(sandbox)
    await signOutOfHomeport(homeport)
    await expect(page.getByRole('dialog', ended)).toBeVisible()
    await endSessionElsewhere(sandbox, origin, 'owner')
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await expect(page.getByRole('dialog', ended)).toBeHidden()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
  })

  test('another user there starts clean here', async ({ context, origin, page, sandbox }) => {
    const homeport = await openHomeport(context, origin)
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await page.goto('/tokens')
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('half done')
    await signInToHomeport(homeport, await sandbox.signIn('manager'))
    await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectUser(page, 'Jürgen Weiß')
  })

  test('a secret on the screen is not taken away by another user', async ({ context, origin, page, sandbox }) => {
    const homeport = await openHomeport(context, origin)
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    const form = await openCreateSignedIn(page)
    await fillCreate(form, 'held', 'PROJECT.LIST')
    const dialog = await submitAndReveal(page, form)
    await page.evaluate(() => {
      addEventListener('storage', () => document.documentElement.setAttribute('data-heard', 'yes'))
    })
    await signInToHomeport(homeport, await sandbox.signIn('manager'))
    await expect(page.locator('html')).toHaveAttribute('data-heard', 'yes')
    const cover = page.getByRole('dialog', ended)
    await expect(cover).toContainText('The new secret is still here.')
    // Back to the user whose secret it is, and again to the other.
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await expect(cover).toHaveCount(0)
    await readSecret(page)
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
    await signInToHomeport(homeport, await sandbox.signIn('manager'))
    await cover.getByRole('button', { name: 'Done' }).click()
    await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
    await expect(tokenRow(page, 'held')).toHaveCount(0)
  })

  test('staff who act as somebody do so here, and it is said', async ({ context, origin, page, sandbox }) => {
    const { uuid } = await profileOf(sandbox, origin, 'owner')
    const homeport = await openHomeport(context, origin)
    await signInToHomeport(homeport, await sandbox.signIn('staff'), { impersonation: uuid })
    await page.goto('/tokens')
    await expect(page.getByText('You act as Kädi Tõnisson, as begun in HomePort')).toBeVisible()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const form = page.getByRole('dialog', { name: 'Create personal access token' })
    await fillCreate(form, 'on behalf', 'PROJECT.LIST')
    const dialog = await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).map(({ name }) => name)).toContain('on behalf')
    await dialog.getByRole('checkbox', { name: 'I have stored it' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    // Back to oneself in HomePort.
    await stopActingAs(homeport)
    await expectUser(page, 'Maarika Sõber')
    await expect(page.getByText('You act as')).toHaveCount(0)
  })

  test('a session that is dead already leads to the form, once', async ({
    context,
    origin,
    page,
    provoke,
    sandbox,
  }) => {
    provoke(401)
    await signInToHomeport(await openHomeport(context, origin), '0'.repeat(40))
    await page.goto('/tokens')
    await expectSignedOut(page)
    await expect(page.getByText('Your session ended. Sign in to go on.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Username' }).fill('owner')
    const refused = () => sandbox.requests.filter(({ status }) => status === 401).map(({ path }) => path)
    // The two that are sent before anything is drawn.
    await expect.poll(() => refused().toSorted()).toEqual([tokensPath, '/api/users/me/'])
  })
})

test.describe('where identity providers’ own tokens are taken', () => {
  test.use({
    placement: { config: { homeportSession: 'sessionStorage' } },
    sandboxOptions: { settings: { OIDC_ACCESS_TOKEN_ENABLED: true } },
  })

  test('the one in HomePort’s session goes out as Bearer, and may change things', async ({ page, sandbox }) => {
    const token = await sandbox.signIn('owner')
    await page.goto('/identity-provider/')
    await page.evaluate((value) => {
      sessionStorage.setItem('waldur/auth/token', value)
      sessionStorage.setItem('waldur/auth/method', 'keycloak')
    }, token)
    const sent = page.waitForRequest('**/api/users/me/**')
    await page.goto('/tokens')
    expect((await sent).headers()['authorization']).toBe(`Bearer ${token}`)
    await expectSignedIn(page)
    await expect(page.getByRole('button', { name: 'Create token', exact: true })).toBeEnabled()
  })
})

test('where it is not shared, HomePort’s entries are left alone', async ({ context, origin, page, sandbox }) => {
  const token = await sandbox.signIn('owner')
  const homeport = await openHomeport(context, origin)
  await signInToHomeport(homeport, token)
  await page.goto('/tokens')
  await expectSignedOut(page)
  await enterPassword(page, 'manager')
  await expectSignedIn(page)
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
  expect(await tokenInHomeport(page)).toBe(token)
})

async function openCreateSignedIn(page: Page) {
  await page.goto('/tokens')
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  return page.getByRole('dialog', { name: 'Create personal access token' })
}

async function profileOf(sandbox: Sandbox, origin: string, username: string): Promise<{ uuid: string }> {
  const headers = { Authorization: `Token ${await sandbox.signIn(username)}` }
  const answer = await fetch(`${origin}/api/users/me/`, { headers })
  return (await answer.json()) as { uuid: string }
}
