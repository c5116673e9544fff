import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { renderedAll } from './pageScript.ts'
import { sent } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

/** Goes to a URL as a link in the page does, without loading the page again. */
const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => history.pushState(null, '', to), address)

const KEY = '0123456789abcdef0123456789abcdef01234567'

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'This page’s URL contained a secret' })

test('a token in the URL is not used, does not stay there, and is warned about', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { scopes: ['PROJECT.LIST'] })
  const session = await sandbox.signIn('owner')
  for (const address of [
    `/tokens?token=${session}`,
    `/${token}`,
    `/tokens?q=${token.slice(0, 20)}\u200b${token.slice(20)}`,
  ]) {
    await page.goto(address)
    await expect(notice(page)).toContainText('Rotate or revoke a token')
    await expectSignedOut(page)
    for (const secret of [session, token.slice(-43)]) {
      expect(page.url()).not.toContain(secret)
      await expect(page.getByRole('document')).not.toContainText(secret)
    }
  }
  expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`).join()).not.toContain(token)
  expect(sent(sandbox, 'GET', '/api/users/me/'), 'it was not tried as a sign-in').toBe(0)
})

test('the same goes for one that is put into the URL of an open page', async ({ page }) => {
  await page.goto('/tokens')
  await expectSignedOut(page)
  await page.evaluate((key) => {
    location.hash = `token=${key}`
  }, KEY)
  await expect(notice(page)).toBeVisible()
  expect(page.url()).not.toContain(KEY)
  await notice(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(page)).toBeHidden()
})

test('the rest of the URL is used, and the warning can be dismissed', async ({ page }) => {
  await page.goto(`/tokens?q=terraform&token=${KEY}&sort=name`)
  await enterPassword(page, 'owner')
  await expectSignedIn(page)
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await expect(tokenTable(page).getByRole('rowheader')).toHaveCount(1)
  expect(new URL(page.url()).search).toBe('?q=terraform&sort=name')
  await notice(page).getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice(page)).toBeHidden()
  await page.reload()
  await expectSignedOut(page)
  await expect(notice(page)).toBeHidden()
})

test('URLs without a page say so and offer the list; those in another spelling lead to their page', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  // For the one URL that could be a token's.
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'found' })
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: /^Keep me signed in/ }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)

  // With the origin: a path of two slashes would name another host.
  const load = (path: string) => page.goto(`${origin}${path}`)
  const go = (path: string) => follow(page, `${origin}${path}`)
  const found = page.getByRole('heading', { name: 'found', level: 1 })
  const hyphenated = uuid.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-').toUpperCase()
  await load(`/tokens/${hyphenated}`)
  await expect(found).toBeVisible()
  // Only now it has the router, which a link needs.
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  for (const spelling of [`${uuid}/`, `${uuid}?x=1&y[]=2`, `${uuid}#top`]) {
    await go('/tokens')
    await expect(tokenTable(page)).toBeVisible()
    await go(`/tokens/${spelling}`)
    await expect(found, spelling).toBeVisible()
  }

  const long = 'x'.repeat(8000)
  for (const path of ['//tokens', '/tokens?show=nothing&sort[]=1&hide=%00&q=', `/tokens?x=${long}`]) {
    await load(path)
    await expect(tokenTable(page), path.slice(0, 60)).toBeVisible()
    await renderedAll(page)
  }
  await go(`/tokens?q=${long}`)
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toHaveValue('x'.repeat(200))
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toHaveAccessibleDescription(
    'Searches are limited to 200 characters.',
  )

  const expectNoPage = async (path: string) => {
    const heading = page.getByRole('heading', { level: 1, name: /^(Token not found|Page not found)/ })
    await expect(heading, path.slice(0, 60)).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'Go to your tokens' }).click()
    await expect(tokenTable(page)).toBeVisible()
  }
  for (const path of ['/tokens/..%2f..%2fetc%2fpasswd', '/tokens/%FF', `/tokens/${long}`, '//evil/%5C%5Cevil']) {
    await load(path)
    await expectNoPage(path)
  }
  for (const path of [
    ...['/tokens/not-a-uuid', '/tokens/%00', '/tokens/__proto__', `/tokens/${uuid}0`, `/tokens/${'f'.repeat(32)}`],
    ...['/tokens/javascript:alert(1)', '/nowhere', '/tokens/a/b', '/tokens//evil', '/tokens/new/x', '/constructor'],
  ]) {
    await go(path)
    await expectNoPage(path)
  }
})
