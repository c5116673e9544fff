import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { menuItem, openActions, openPageActions, tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { alerts } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, signIn, signInByForm } from './sessionSteps.ts'

const access = (page: Page) => page.getByRole('group', { name: 'Access' })
const noSuchToken = { name: 'Token not found', level: 1 }

test('the page shows everything that Waldur says about a token, and on paper dates and no controls', async ({
  page,
  sandbox,
}) => {
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'nightly-backup')
  await signIn(page, 'owner')
  await tokenRow(page, 'nightly-backup').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${stored?.uuid}`)
  await expect(page).toHaveTitle('nightly-backup · Waldur Tokens')
  await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeFocused()
  const main = page.getByRole('main')
  for (const text of [
    'Expires in 3 days',
    'Its permissions work only in these places and inside them.',
    '9 hours ago',
    'from 192.0.2.44',
    'At least 2 times',
    'At least 86 requests',
    `w_${Math.floor((stored?.expiresAt ?? 0) / 1000)}_`,
    '192.0.2.0/24',
    '2001:db8:17::/48',
    stored?.uuid ?? '',
  ]) {
    await expect(main).toContainText(text)
  }
  await expect(access(page).getByRole('columnheader')).toHaveText([
    'Permission',
    'geenivaramu-arhiivResource in Tartu Ülikool › Genomics',
    'magnetometer-arkivResource in UiT Norges arktiske universitet › Nordlysobservatoriet',
  ])
  await expect(page.getByRole('button', { name: 'Replace' })).toBeEnabled()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download reminder' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.ics$/)
  await expect(main.getByRole('time').getByText(/ ago$/).first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(main.getByRole('time').getByText(/ ago$/).first()).toBeHidden()
  await expect(page.getByRole('button')).toHaveAccessibleName(/^Resources/)
  await expect(main).toContainText('2001:db8:17::/48')
})

test('permissions and places are shown, also those that no longer exist', async ({ page }) => {
  await signIn(page, 'owner')
  const open = async (name: string) => {
    await tokenRow(page, name).getByRole('link').click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  }
  const rows = access(page).getByRole('listitem')
  await open('grafana-usage')
  await expect(rows.filter({ hasText: 'List resources' })).toHaveText(
    'List resourcesRESOURCE.LISTfollows your roleFollows your role. The token makes no difference.',
  )
  await expect(access(page)).toContainText('Everywhere you have these permissions')

  await page.getByRole('link', { name: 'All tokens' }).click()
  await open('legacy-inventory')
  await expect(access(page)).toContainText('RESOURCE.LIST_USERS')
  await expect(access(page)).toContainText('CUSTOMER.CREATE')
  await expect(access(page).getByRole('columnheader')).toHaveText([
    'Permission',
    'Tartu ÜlikoolOrganization',
    'Project deleted',
  ])

  // A token without any place left is not an unlimited one.
  await page.getByRole('link', { name: 'All tokens' }).click()
  await open('thesis-export')
  await expect(page.getByRole('group', { name: 'To review' })).toContainText('All its places were deleted')
  await expect(access(page)).toContainText('deleted')
  await expect(access(page)).not.toContainText('Everywhere')

  await page.getByRole('link', { name: 'All tokens' }).click()
  await open('spring-import')
  await expect(page.getByRole('group', { name: 'To review' })).toContainText(
    'Waldur still counts this expired token as active. Revoke it to make room for another.',
  )
  await expect(page.getByRole('button', { name: 'Duplicate' })).toBeEnabled()
  const rotate = menuItem(await openActions(page, 'spring-import'), 'Rotate')
  await expect(rotate).toBeDisabled()
  await expect(rotate).toContainText('This token has expired.')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByRole('dialog', { name: 'Revoke spring-import' })).toBeVisible()
})

test('permissions have readable names even if Waldur provides none', async ({ page, provoke, sandbox }) => {
  provoke(404)
  sandbox.failNext('GET', '/api/metadata/permissions/', { status: 404, body: '<h1>Not Found</h1>', times: 9 })
  await signInByForm(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  for (const text of [
    'Terminate resourcesRESOURCE.TERMINATE',
    'List resourcesRESOURCE.LIST',
    'Create ordersORDER.CREATE',
    'List ordersORDER.LIST',
  ]) {
    await expect(access(page).getByRole('listitem').filter({ hasText: text })).toHaveCount(1)
  }
})

test('a reload keeps the URL, an older Waldur has no networks, and Back leads to the token', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  const heading = page.getByRole('heading', { name: 'terraform', level: 1 })
  await expect(heading).toBeVisible()
  const networks = page.getByRole('term').filter({ hasText: 'Allowed IP addresses' })
  await expect(networks).toBeVisible()
  sandbox.settings.generation = '8.0.9'
  await page.reload()
  await enterPassword(page, 'owner')
  await expect(heading).toBeVisible()
  await expect(networks).toHaveCount(0)
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.goBack()
  await expect(heading).toBeVisible()
})

row('row 17: an unknown uuid leads to a page with a way out', async ({ page, provoke, sandbox }) => {
  provoke(404)
  await signIn(page, 'owner', `/tokens/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', noSuchToken)).toBeVisible()
  await expect(page).toHaveTitle('Token not found · Waldur Tokens')
  expect(sent(sandbox, 'GET', /^\/api\/personal-access-tokens\/./)).toBe(1)
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

row('row 17: a URL without a uuid leads to the same page, and is not requested', async ({ page, sandbox }) => {
  for (const address of ['/tokens/..%2f..%2fapi', '/tokens/nothing']) {
    await signIn(page, 'owner', address)
    await expect(page.getByRole('heading', noSuchToken)).toBeVisible()
  }
  expect(sent(sandbox, 'GET', /^\/api\/personal-access-tokens\/./)).toBe(0)
  await page.getByRole('link', { name: 'Go to your tokens' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
})

test('someone else’s token looks like one that doesn’t exist, even to staff', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'hidden' })
  await signIn(page, 'staff', `/tokens/${uuid}`)
  await expect(page.getByRole('heading', noSuchToken)).toBeVisible()
  await expect(page.getByText('hidden')).toHaveCount(0)
})

row(
  'row 18: a token revoked in another tab is shown as such when the user returns to this one',
  async ({ context, page, sandbox }) => {
    const { uuid } = await sandbox.createToken('owner', { name: 'shared' })
    await signIn(page, 'owner', `/tokens/${uuid}`)
    await expect(page.getByRole('button', { name: 'Rotate' })).toBeEnabled()
    const other = await context.newPage()
    await signIn(other, 'owner', `/tokens/${uuid}`)
    await menuItem(await openPageActions(other), 'Revoke').click()
    await other.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
    await expect(other.getByRole('main')).toContainText('Revoked')
    await expect(other.getByRole('button', { name: 'Actions for shared' })).toBeFocused()

    await page.clock.setFixedTime(Date.now() + 31_000)
    // A browser driven by a test calls every tab visible, so the page is told of its return here.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await expect(page.getByRole('main')).toContainText('Revoked')
    await expect(menuItem(await openPageActions(page), 'Rotate')).toBeDisabled()
  },
)

test('a token that can’t be loaded leads to an error with a retry', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const { uuid } = await sandbox.createToken('owner', { name: 'slow' })
  sandbox.failNext('GET', `${tokensPath}${uuid}/`, { status: 500 })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(alerts(page)).toContainText('This token couldn’t be loaded.')
  const release = sandbox.holdNext('GET', `${tokensPath}${uuid}/`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Token', level: 1 })).toBeFocused()
  release()
  await expect(page.getByRole('heading', { name: 'slow', level: 1 })).toBeFocused()
})

test('a failed refresh keeps what is shown, with an error', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/, { status: 500 })
  await signInByForm(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(alerts(page)).toContainText('This token couldn’t be refreshed.')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(alerts(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
})
