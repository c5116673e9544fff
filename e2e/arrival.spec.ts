import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { HOMEPORT, openHomeport, signInToHomeport, tokenInHomeport } from './homeportSteps.ts'
import { tokenRow } from './listSteps.ts'
import { alerts } from './pageSteps.ts'
import { sent } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

// If leaving for an identity provider left a trace, a link from someone else could use it to sign the victim in as
// them.

const exchange = '/api-auth/token-exchange/'
const init = '/api-auth/keycloak/init/'
const notStarted = 'This sign-in didn’t start in this tab'
const notUsed = 'Another sign-in reached this page and wasn’t used. To change users, sign out first.'
const button = (page: Page) => page.getByRole('button', { name: 'Sign in with Sandbox ID' })
const provider = (page: Page) => page.getByRole('heading', { name: 'Sandbox ID' })

/** A link made by someone who signs in at the provider and keeps the result for the victim. */
async function linkThatSignsInAs(origin: string, username: string): Promise<string> {
  const follow = async (address: string) =>
    new URL((await fetch(address, { redirect: 'manual' })).headers.get('Location') ?? '', origin)
  const departure = await follow(`${origin}${init}?${new URLSearchParams({ return_url: origin })}`)
  const state = departure.searchParams.get('state') ?? ''
  const query = new URLSearchParams({ state, code: username })
  return (await follow(`${origin}/api-auth/keycloak/complete/?${query}`)).href
}

/** Leaves for the provider, and stops the browser before it is there, as an impatient user does. */
async function leaveAndStop(page: Page): Promise<void> {
  await page.route(`**${init}*`, (route) => route.abort('aborted'), { times: 1 })
  const stopped = page.waitForEvent('requestfailed')
  await button(page).click()
  await stopped
}

test.use({ sandboxOptions: { settings: { SSO: true } } })
test.beforeEach(({ origin, sandbox }) => {
  sandbox.settings.SSO_REDIRECTS = [origin]
})

test('a sign-in started at the provider can no longer be finished after another sign-in', async ({
  origin,
  page,
  sandbox,
}) => {
  await page.goto('/tokens')
  await leaveAndStop(page)
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expectSignedOut(page)
  await expect(alerts(page)).toContainText(notStarted)
  expect(sent(sandbox, 'POST', exchange)).toBe(0)
})

test('nor after Back, even to a page that the browser kept', async ({ origin, page, sandbox }) => {
  await page.goto('/tokens')
  await leaveAndStop(page)
  // No browser keeps a page served with "no-store", as ours is; this is the event that the page would get.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expect(alerts(page)).toContainText(notStarted)

  await button(page).click()
  await expect(provider(page)).toBeVisible()
  await page.goBack()
  await expect(button(page)).toBeVisible()
  await page.goto(await linkThatSignsInAs(origin, 'manager'))
  await expect(alerts(page)).toContainText(notStarted)
  expect(sent(sandbox, 'POST', exchange)).toBe(0)
})

test('such a sign-in can be finished only once, and a link never replaces a session', async ({
  origin,
  page,
  sandbox,
}) => {
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: 'Keep me signed in (this tab only)' }).check()
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
  // A link about a failed sign-in doesn't either.
  await page.goto('/login_failed/?message=Call%20us%20at%20555')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(alerts(page)).toHaveCount(0)
})

test.describe('where HomePort’s sign-in is shared', () => {
  test.use({ placement: HOMEPORT })

  test('a session that began meanwhile is kept, here and in HomePort', async ({ context, origin, page, sandbox }) => {
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

  test('a session that has ended doesn’t prevent a sign-in', async ({ origin, page, provoke, sandbox }) => {
    provoke(401)
    await page.goto('/identity-provider/')
    await signInToHomeport(page, '0'.repeat(40))
    await page.goto('/tokens')
    await expect(page.getByText('Your session ended. Sign in to continue.')).toBeVisible()
    await button(page).click()
    await page.getByRole('link', { name: 'Sign in as owner', exact: true }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
    expect(await tokenInHomeport(page)).toBe(await sandbox.signIn('owner'))
    expect(page.url()).toBe(`${origin}/tokens`)
  })
})
