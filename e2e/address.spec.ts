import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { tokenRow, tokenTable } from './listSteps.ts'
import { sent } from './sandboxSteps.ts'
import { enterPassword, expectSignedIn, expectSignedOut } from './sessionSteps.ts'

const KEY = '0123456789abcdef0123456789abcdef01234567'

const notice = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'There was a secret in the address of this page' })

test('a token in the address is not used, does not stay there, and is warned about', async ({ page, sandbox }) => {
  const { token } = await sandbox.createToken('owner', { scopes: ['PROJECT.LIST'] })
  const session = await sandbox.signIn('owner')
  for (const address of [
    `/tokens?token=${session}`,
    `/tokens#token=${session}`,
    `/tokens?q=ci#${token}`,
    `/${token}`,
    `/tokens?key=${session}`,
    `/tokens/${session}`,
    `/tokens?q=${token.slice(0, 20)}\u200b${token.slice(20)}`,
    `/tokens?q=${token.replace('w', 'W')}`,
  ]) {
    await page.goto('about:blank')
    await page.goto(address)
    await expect(notice(page)).toContainText('rotate or revoke that token')
    await expectSignedOut(page)
    for (const secret of [session, token.slice(-43)]) {
      expect(page.url()).not.toContain(secret)
      await expect(page.getByRole('document')).not.toContainText(secret)
    }
  }
  expect(sandbox.requests.map(({ method, path }) => `${method} ${path}`).join()).not.toContain(token)
  expect(sent(sandbox, 'GET', '/api/users/me/'), 'nobody was asked who this is').toBe(0)
})

test('nor does one that is put into the address of a page that is open', async ({ page }) => {
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

test('what else the address says counts, and the warning goes when it is dismissed', async ({ page }) => {
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

test('addresses that lead nowhere say so and offer the list; those of another spelling find their page', async ({
  origin,
  page,
  provoke,
  sandbox,
}) => {
  // Of the one address that could be a token's.
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'found' })
  await page.goto('/tokens')
  await page.getByRole('checkbox', { name: /^Stay signed in/ }).check()
  await enterPassword(page, 'owner')
  await expectSignedIn(page)

  const hyphenated = uuid.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  for (const spelling of [uuid, uuid.toUpperCase(), hyphenated, `${uuid}/`, `${uuid}?x=1&y[]=2`, `${uuid}#top`]) {
    await page.goto(`/tokens/${spelling}`)
    await expect(page.getByRole('heading', { name: 'found', level: 1 }), spelling).toBeVisible()
  }

  const long = 'x'.repeat(8000)
  for (const path of ['/tokens/', '//tokens', '/tokens?show=nothing&sort[]=1&hide=%00&q=', `/tokens?x=${long}`, '/']) {
    // With the origin: a path of two slashes would name another host.
    await page.goto(`${origin}${path}`)
    await expect(tokenTable(page), path.slice(0, 60)).toBeVisible()
  }
  await page.goto(`/tokens?q=${long}`)
  await expect(page.getByRole('textbox', { name: 'Search tokens' })).toHaveValue('x'.repeat(200))
  await expect(page.getByRole('textbox', { name: 'Search tokens' })).toHaveAccessibleDescription(
    'A search has 200 characters at most.',
  )

  for (const path of [
    ...['/tokens/not-a-uuid', '/tokens/..%2f..%2fetc%2fpasswd', '/tokens/%00', '/tokens/%FF', '/tokens/__proto__'],
    ...[`/tokens/${uuid}0`, `/tokens/${'f'.repeat(32)}`, '/tokens/javascript:alert(1)', `/tokens/${long}`],
    ...['/nowhere', '/tokens/a/b', '/tokens//evil', '//evil/%5C%5Cevil', '/tokens/new/x', '/constructor'],
  ]) {
    await test.step(path.slice(0, 60), async () => {
      await page.goto(`${origin}${path}`)
      await expect(
        page.getByRole('heading', { level: 1, name: /^(No such token|There is no such page)/ }),
      ).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: 'Go to your tokens' }).click()
      await expect(tokenTable(page)).toBeVisible()
    })
  }
})
