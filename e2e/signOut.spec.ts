import { expect, test } from './fixtures.ts'
import { choose, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts, goOffline, waitForDialogs } from './pageSteps.ts'
import { breakConnection, sent, statusOf, waitForPreload } from './sandboxSteps.ts'
import { askToSignOut, coverOf, enterPassword, expectSignedIn, expectSignedOut, signInByForm } from './sessionSteps.ts'

const logout = '/api-auth/logout/'
const notEnded =
  'You’re signed out in this browser, but Waldur didn’t confirm it. The session may stay valid until it expires.'

test('signing out says what ends and ends it; cancelling changes nothing', async ({ origin, page, sandbox }) => {
  await signInByForm(page, 'owner')
  const key = await sandbox.signIn('owner')
  const dialog = await askToSignOut(page)
  await expect(dialog).toHaveAccessibleDescription(
    /in every tab and browser, including HomePort.*Your personal access tokens keep working\./,
  )
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expectSignedIn(page)
  await expect(page.getByRole('button', { name: 'Account menu' })).toBeFocused()
  expect(sent(sandbox, 'POST', logout)).toBe(0)
  expect(await statusOf(origin, `Token ${key}`)).toBe(200)
  await askToSignOut(page)
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
  await expect(alerts(page)).toBeHidden()
  await expect.poll(() => statusOf(origin, `Token ${key}`)).toBe(401)
  expect(sent(sandbox, 'POST', logout)).toBe(1)
})

test('after signing out, nothing is left in storage or for Back', async ({ page }) => {
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await enterPassword(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'terraform' })).toBeVisible()
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
  await expect(page).toHaveTitle('Sign in · Waldur Tokens')
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  await page.goBack()
  await expectSignedOut(page)
  await expect(page.getByText('terraform')).toHaveCount(0)
  await page.reload()
  await expectSignedOut(page)
})

test('the next user does not see what the last one did', async ({ page, sandbox }) => {
  await sandbox.createToken('norole', { name: 'mine' })
  await signInByForm(page, 'norole')
  await (await choose(page, 'Revoke', 'mine')).getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByText('Revoked mine')).toBeVisible()
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await enterPassword(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(page.getByText('Revoked mine')).toHaveCount(0)
})

test('a session forgotten in this tab lives on elsewhere, and is not kept', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await enterPassword(page, 'owner')
  const key = await sandbox.signIn('owner')
  const dialog = await askToSignOut(page)
  await dialog.getByRole('button', { name: 'Forget in this tab' }).click()
  await expectSignedOut(page)
  expect(await statusOf(origin, `Token ${key}`)).toBe(200)
  expect(sent(sandbox, 'POST', logout)).toBe(0)
  await page.reload()
  await expectSignedOut(page)
})

row(
  'row 57: if the server can’t be reached or fails, the browser forgets the session and says what it could not do',
  async ({ page, provoke, sandbox }) => {
    provoke('broken connection', 503)
    await signInByForm(page, 'owner')
    sandbox.failNext('POST', logout, { status: 503 })
    await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    await expect(alerts(page)).toContainText('Waldur didn’t confirm it')
    await enterPassword(page, 'owner')
    await expectSignedIn(page)
    const release = sandbox.holdNext('POST', logout)
    breakConnection(sandbox, 'POST', logout)
    await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
    await expectSignedOut(page)
    release()
    await expect(alerts(page)).toHaveText(notEnded)
  },
)

row('row 57: the same offline, and no reload brings the session back', async ({ context, page, provoke }) => {
  provoke('broken connection')
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
  await enterPassword(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await waitForDialogs(page)
  await goOffline(page)
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
  await expect(alerts(page)).toHaveText(notEnded)
  await expect(page.getByText('terraform')).toHaveCount(0)
  await context.setOffline(false)
  await page.reload()
  await expectSignedOut(page)
})

test('an identity provider that still has a session is named, and not opened on its own', async ({ page, sandbox }) => {
  await signInByForm(page, 'owner')
  sandbox.failNext('POST', logout, { status: 200, body: { logout_url: 'https://idp.example.org/out?x=1' } })
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  const link = page.getByRole('note').getByRole('link', { name: 'sign out at idp.example.org too' })
  await expect(link).toHaveAttribute('href', 'https://idp.example.org/out?x=1')
  await expect(page).toHaveURL('/tokens')
  // Only a web URL becomes a link.
  sandbox.failNext('POST', logout, { status: 200, body: { logout_url: 'javascript:alert(1)' } })
  await enterPassword(page, 'owner')
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  const notice = page.getByRole('note').filter({ hasText: 'You’re signed out here.' })
  await expect(notice).toContainText('Waldur gave no URL to sign out there.')
  await expect(notice.getByRole('link')).toHaveCount(0)
  await expect(page.getByText(notEnded)).toHaveCount(0)
})

test('signing out in one tab covers the other tabs of the same user only', { tag: '@firefox' }, async ({
  context,
  page,
  sandbox,
}) => {
  await signInByForm(page, 'owner')
  const [same, another] = [await context.newPage(), await context.newPage()]
  await signInByForm(same, 'owner')
  await signInByForm(another, 'manager')
  await waitForPreload(sandbox, 3)
  await (await askToSignOut(page)).getByRole('button', { name: 'Sign out' }).click()
  await expectSignedOut(page)
  await expect(coverOf(same)).toBeVisible()
  await expectSignedIn(another)
  await expect(another.getByRole('dialog')).toHaveCount(0)
  await enterPassword(same, 'owner')
  await expect(same.getByRole('dialog')).toHaveCount(0)
  await expect(tokenRow(same, 'terraform')).toBeVisible()
})
