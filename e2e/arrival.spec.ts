import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { HOMEPORT, openHomeport, signInToHomeport, tokenInHomeport } from './homeportSteps.ts'
import { tokenRow } from './listSteps.ts'
import { sent } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

// A left-over departure to an identity provider would let one link sign in as somebody else.

const exchange = '/api-auth/token-exchange/'
const init = '/api-auth/keycloak/init/'
const notBegun = 'A sign-in arrived that was not begun in this tab'
const notUsed = 'Another sign-in reached this page and wasn’t used. To change users, sign out first.'
const button = (page: Page) => page.getByRole('button', { name: 'Sign in with Sandbox ID' })
const provider = (page: Page) => page.getByRole('heading', { name: 'Sandbox ID' })

/** A link as somebody else makes it, who signs in at the provider and keeps the answer for the victim. */
async function linkThatSignsInAs(origin: string, username: string): Promise<string> {
  const follow = async (address: string) =>
    new URL((await fetch(address, { redirect: 'manual' })).headers.get('Location') ?? '', origin)
  const asked = await follow(`${origin}${init}?${new URLSearchParams({ return_url: origin })}`)
  const state = asked.searchParams.get('state') ?? ''
  const answer = new URLSearchParams({ state, code: username })
  return (await follow(`${origin}/api-auth/keycloak/complete/?${answer}`)).href
}

/** Leaves for the provider, and stops the browser before it has gone, as one does who has waited long enough. */
async function leaveInVain(page: Page): Promise<void> {
  await page.route(`**${init}*`, (route) => route.abort('aborted'))
  const stopped = page.waitForEvent('requestfailed')
  await button(page).click()
  await stopped
}

test.use({ sandboxOptions: { settings: { SSO: true } } })
test.beforeEach(({ origin, sandbox }) => {
  sandbox.settings.SSO_REDIRECTS = [origin]
})

test('what one left for is over with another sign-in', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await leaveInVain(page)
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expectSignedOut(page)
  await expect(page.getByRole('alert')).toContainText(notBegun)
  expect(sent(sandbox, 'POST', exchange)).toBe(0)
})

test('what one left for is over after Back', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await button(page).click()
  await expect(provider(page)).toBeVisible()
  await page.goBack()
  await expect(button(page)).toBeVisible()
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expect(page.getByRole('alert')).toContainText(notBegun)
  expect(sent(sandbox, 'POST', exchange)).toBe(0)
})

test('the same where the browser has kept the page for Back', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await leaveInVain(page)
  // No browser keeps a page that is served with "no-store", as ours is; this is what the page would hear.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expect(page.getByRole('alert')).toContainText(notBegun)
  expect(sent(sandbox, 'POST', exchange)).toBe(0)
})

test('what one left for is over after one use, and a link replaces no session', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Stay signed in in this tab' }).check()
  await button(page).click()
  await page.getByRole('link', { name: 'Sign in as owner', exact: true }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  const alert = page.getByRole('alert').filter({ hasText: notUsed })
  await expect(alert).toBeVisible()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  expect(page.url()).not.toContain('code=')
  expect(sent(sandbox, 'POST', exchange)).toBe(1)
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect(alert).toHaveCount(0)
  // Nor does one that says that a sign-in failed.
  await page.goto('/login_failed/?message=Call%20us%20at%20555')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test.describe('where HomePort’s sign-in is shared', () => {
  test.use({ placement: HOMEPORT })

  test('one that began meanwhile stays, here and there', async ({ context, origin, page, sandbox }) => {
    const token = await sandbox.signIn('owner')
    await page.goto('/tokens')
    await button(page).click()
    await expect(provider(page)).toBeVisible()
    await signInToHomeport(await openHomeport(context, origin), token)
    await page.goto(await linkThatSignsInAs(origin, 'manager'))
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: notUsed })).toBeVisible()
    expect(await tokenInHomeport(page)).toBe(token)
    expect(sent(sandbox, 'POST', exchange)).toBe(0)
  })

  test('one that has ended does not stand in the way', async ({ origin, page, provoke, sandbox }) => {
    provoke(401)
    await page.goto('/identity-provider/')
    await signInToHomeport(page, '0'.repeat(40))
    await page.goto('/tokens')
    await expect(page.getByText('Your session ended. Sign in to go on.')).toBeVisible()
    await button(page).click()
    await page.getByRole('link', { name: 'Sign in as owner', exact: true }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    expect(await tokenInHomeport(page)).toBe(await sandbox.signIn('owner'))
    expect(page.url()).toBe(`${origin}/tokens`)
  })
})
