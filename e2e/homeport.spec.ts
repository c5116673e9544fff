import type { Page } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { fillCreate, submitAndReveal } from './createSteps.ts'
import { createForm, dialogs } from './dialogSteps.ts'
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
  coverOf,
  endSessionElsewhere,
  enterPassword,
  enterToken,
  expectSignedIn,
  expectSignedOut,
} from './sessionSteps.ts'

async function expectUser(page: Page, name: string): Promise<void> {
  await expectSignedIn(page)
  await page.getByRole('button', { name: 'Account menu' }).click()
  await expect(page.getByRole('presentation').getByText(name)).toBeVisible()
  await page.keyboard.press('Escape')
}

test.describe('where the deployment shares HomePort’s sign-in', () => {
  test.use({ placement: HOMEPORT })

  test('an unreadable HomePort sign-in is not used, and the page says so', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    const token = await sandbox.signIn('owner')
    await signInToHomeport(await openHomeport(context, origin), token, { impersonation: 'nobody' })
    await page.goto('/tokens')
    await expect(page.getByRole('alert').filter({ hasText: 'has a HomePort sign-in that can’t be read' })).toBeVisible()
    await expectSignedOut(page)
    expect(sent(sandbox, 'GET', '/api/users/me/')).toBe(0)
    await enterPassword(page, 'owner')
    await expectUser(page, 'Kädi Tõnisson')
    await page.reload()
    await expectUser(page, 'Kädi Tõnisson')
  })

  test('a sign-in to HomePort while the form is open here signs in here as well', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    await page.goto('/tokens')
    await expectSignedOut(page)
    await signInToHomeport(await openHomeport(context, origin), await sandbox.signIn('owner'))
    await expectUser(page, 'Kädi Tõnisson')
  })

  test('a password signs in to HomePort as well, an API token does not; forgetting keeps the session alive', async ({
    origin,
    page,
    sandbox,
  }) => {
    const { token } = await sandbox.createToken('owner', { name: 'look' })
    await page.goto('/tokens')
    await enterToken(page, token)
    await expectSignedIn(page)
    expect(await tokenInHomeport(page)).toBeNull()
    await page.getByRole('button', { name: 'Account menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page
      .getByRole('dialog', { name: 'Forget this token?' })
      .getByRole('button', { name: /^Forget/ })
      .click()
    await expectSignedOut(page)

    await expect(page.getByText('This also signs you in to HomePort in this browser.')).toBeVisible()
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    const key = await sandbox.signIn('owner')
    expect(await tokenInHomeport(page)).toBe(key)
    await page.reload()
    await expectSignedIn(page)
    await (await askToSignOut(page)).getByRole('button', { name: 'Forget in this browser' }).click()
    await expectSignedOut(page)
    expect(await tokenInHomeport(page)).toBeNull()
    expect(await statusOf(origin, `Token ${key}`)).toBe(200)
    await page.reload()
    await expectSignedOut(page)
  })

  test('a HomePort sign-in is used here, and signing out here ends it in HomePort and every tab', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
    await signInToHomeport(await openHomeport(context, origin), await sandbox.signIn('owner'))
    const other = await context.newPage()
    await other.goto(`${origin}/tokens`)
    await expectSignedIn(other)
    await page.goto('/tokens')
    await expectUser(page, 'Kädi Tõnisson')
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await waitForPreload(sandbox, 2)
    const dialog = await askToSignOut(page)
    await expect(dialog).toContainText('HomePort in this browser forgets it too')
    const authorization = `Token ${await tokenInHomeport(page)}`
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    expect(await tokenInHomeport(page)).toBeNull()
    await expect(coverOf(other)).toBeVisible()
    await expect.poll(() => statusOf(origin, authorization)).toBe(401)
  })

  test('input is kept if the same user signs in to HomePort again, and discarded for another user', async ({
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
    await expect(coverOf(page)).toBeVisible()
    await endSessionElsewhere(page, 'owner')
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await expect(coverOf(page)).toBeHidden()
    await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('half done')
    await signInToHomeport(homeport, await sandbox.signIn('manager'))
    await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
    await expect(dialogs(page)).toHaveCount(0)
    await expectUser(page, 'Jürgen Weiß')
  })

  test('a secret on screen is covered, not discarded, when another user signs in to HomePort', async ({
    context,
    origin,
    page,
    sandbox,
  }) => {
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
    const cover = coverOf(page)
    await expect(cover).toContainText('The new secret is still here.')
    // Back to the secret's user, then to the other one again.
    await signInToHomeport(homeport, await sandbox.signIn('owner'))
    await expect(cover).toHaveCount(0)
    await readSecret(page)
    await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
    await signInToHomeport(homeport, await sandbox.signIn('manager'))
    await cover.getByRole('button', { name: 'Done' }).click()
    await expect(tokenRow(page, 'sequencer-upload')).toBeVisible()
    await expect(tokenRow(page, 'held')).toHaveCount(0)
  })

  test('an impersonation from HomePort applies here, with a notice', async ({ context, origin, page, sandbox }) => {
    const { uuid } = await profileOf(sandbox, origin, 'owner')
    const homeport = await openHomeport(context, origin)
    await signInToHomeport(homeport, await sandbox.signIn('staff'), { impersonation: uuid })
    await page.goto('/tokens')
    await expect(page.getByText('You’re impersonating Kädi Tõnisson from HomePort')).toBeVisible()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    const form = createForm(page)
    await fillCreate(form, 'on behalf', 'PROJECT.LIST')
    const dialog = await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('owner')).map(({ name }) => name)).toContain('on behalf')
    await dialog.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
    await dialog.getByRole('button', { name: 'Done' }).click()
    // The impersonation ends in HomePort.
    await stopActingAs(homeport)
    await expectUser(page, 'Maarika Sõber')
    await expect(page.getByText('You’re impersonating')).toHaveCount(0)
  })

  test('a session that has already ended leads to the form after one attempt', async ({
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
    await expect(page.getByText('Your session ended. Sign in to continue.')).toBeVisible()
    await page.getByRole('textbox', { name: 'Username' }).fill('owner')
    const rejected = () => sandbox.requests.filter(({ status }) => status === 401).map(({ path }) => path)
    // The two requests that start before the page renders.
    await expect.poll(() => rejected().toSorted()).toEqual([tokensPath, '/api/users/me/'])
  })
})

test.describe('where Waldur accepts the identity provider’s own tokens', () => {
  test.use({
    placement: { config: { homeportSession: 'sessionStorage' } },
    sandboxOptions: { settings: { OIDC_ACCESS_TOKEN_ENABLED: true } },
  })

  test('the token in HomePort’s session is sent as Bearer and allows changes', async ({ page, sandbox }) => {
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

test('where the sign-in is not shared, HomePort’s entries are left alone', async ({
  context,
  origin,
  page,
  sandbox,
}) => {
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
  return createForm(page)
}

async function profileOf(sandbox: Sandbox, origin: string, username: string): Promise<{ uuid: string }> {
  const headers = { Authorization: `Token ${await sandbox.signIn(username)}` }
  const response = await fetch(`${origin}/api/users/me/`, { headers })
  return (await response.json()) as { uuid: string }
}
