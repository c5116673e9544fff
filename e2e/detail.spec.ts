import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { row } from './matrix.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword, signIn, signInByForm } from './sessionSteps.ts'

const noSuchToken = { name: 'No such token, or not yours', level: 1 }

test('everything that Waldur tells of a token is there', async ({ page, sandbox }) => {
  const stored = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'nightly-backup')
  await signIn(page, 'owner')
  await tokenRow(page, 'nightly-backup').getByRole('link').click()
  await expect(page).toHaveURL(`/tokens/${stored?.uuid}`)
  await expect(page).toHaveTitle('nightly-backup · Waldur Tokens')
  await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeFocused()
  const main = page.getByRole('main')
  for (const text of [
    'Expires in 3 days',
    'nightly-backup can read everything you can see in geenivaramu-arhiiv (resource) and magnetometer-arkiv (resource) until',
    'It can’t change anything that needs a permission. It can be used only from 2 addresses or networks.',
    '9 hours ago',
    'from 192.0.2.44',
    'in 86 periods of ten minutes',
    `w_${Math.floor((stored?.expiresAt ?? 0) / 1000)}_…`,
    '192.0.2.0/24',
    '2001:db8:17::/48',
    stored?.uuid ?? '',
  ]) {
    await expect(main).toContainText(text)
  }
  const where = page.getByRole('region', { name: 'Where it works' })
  await expect(where.getByRole('listitem')).toHaveText([
    'Resourcegeenivaramu-arhiivTartu Ülikool › Genomics',
    'Resourcemagnetometer-arkivUiT Norges arktiske universitet › Nordlysobservatoriet',
  ])
})

test('permissions come in groups, in words and as the API spells them', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'grafana-usage').getByRole('link').click()
  const permissions = page.getByRole('region', { name: 'Permissions (3)' })
  await expect(permissions.getByRole('heading', { level: 3 })).toHaveText([
    'Customer actions for resources',
    'Offering',
    'Project',
  ])
  await expect(permissions.getByRole('listitem')).toHaveText([
    'List resourceRESOURCE.LIST',
    'Manage backend resourcesOFFERING.MANAGE_BACKEND_RESOURCES',
    'List projectPROJECT.LIST',
  ])
  await expect(page.getByRole('region', { name: 'Where it works' })).toContainText(
    'Everywhere you have its permissions.',
  )
})

test('words for permissions are made here where Waldur has none', async ({ page, provoke, sandbox }) => {
  provoke(404)
  sandbox.failNext('GET', '/api/metadata/permissions/', { status: 404, body: '<h1>Not Found</h1>', times: 9 })
  await signInByForm(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Permissions (4)' }).getByRole('listitem')).toHaveText([
    'List resourceRESOURCE.LIST',
    'Terminate resourceRESOURCE.TERMINATE',
    'Create orderORDER.CREATE',
    'List orderORDER.LIST',
  ])
})

test('permissions that Waldur no longer knows stay visible', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'legacy-inventory').getByRole('link').click()
  const permissions = page.getByRole('region', { name: 'Permissions (3)' })
  await expect(permissions).toContainText('RESOURCE.LIST_USERS')
  await expect(permissions).toContainText('CUSTOMER.CREATE')
  await expect(page.getByRole('region', { name: 'Where it works' }).getByRole('listitem')).toHaveText([
    'OrganizationTartu Ülikool',
    'Project Deleted: it gives access to nothing',
  ])
})

test('a token whose entities are all gone is not called unrestricted', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'thesis-export').getByRole('link').click()
  await expect(page.getByRole('region', { name: 'Worth a look' })).toContainText('All its places were deleted')
  const where = page.getByRole('region', { name: 'Where it works' })
  await expect(where).toContainText('Deleted: it gives access to nothing')
  await expect(where).not.toContainText('Everywhere')
})

test('an expired token that still counts says how to free its place', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'spring-import').getByRole('link').click()
  await expect(page.getByRole('main')).toContainText('Waldur still counts this expired token among your active ones.')
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Rotate' })).toHaveAccessibleDescription(/It has expired\./)
  await expect(page.getByRole('button', { name: 'Revoke' })).toBeEnabled()
})

test('a token restricted to no network says so, and an older Waldur says nothing of networks', async ({
  page,
  sandbox,
}) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('definition').filter({ hasText: 'From any address' })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'Networks' })).toBeVisible()
  sandbox.settings.generation = '8.0.9'
  await page.reload()
  await enterPassword(page, 'owner')
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  await expect(page.getByRole('term').filter({ hasText: 'Networks' })).toHaveCount(0)
})

for (const [what, address, isAsked] of [
  ['an unknown uuid', `/tokens/${'0'.repeat(32)}`, true],
  ['an address that is no uuid', '/tokens/nothing', false],
  ['a path in disguise', '/tokens/..%2f..%2fapi', false],
] as const) {
  row(`row 17: ${what} leads to a page with a way out`, async ({ page, provoke, sandbox }) => {
    if (isAsked) provoke(404)
    await signIn(page, 'owner', address)
    await expect(page.getByRole('heading', noSuchToken)).toBeVisible()
    await expect(page).toHaveTitle('No such token, or not yours · Waldur Tokens')
    expect(sent(sandbox, 'GET', /^\/api\/personal-access-tokens\/./)).toBe(isAsked ? 1 : 0)
    await page.getByRole('link', { name: 'Go to your tokens' }).click()
    await expect(tokenRow(page, 'terraform')).toBeVisible()
  })
}

test('somebody else’s token looks like none at all, even to staff', async ({ page, provoke, sandbox }) => {
  provoke(404)
  const { uuid } = await sandbox.createToken('owner', { name: 'hidden' })
  await signIn(page, 'staff', `/tokens/${uuid}`)
  await expect(page.getByRole('heading', noSuchToken)).toBeVisible()
  await expect(page.getByText('hidden')).toHaveCount(0)
})

test('a uuid with hyphens and capitals is the same token', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'spelled' })
  const spelled = uuid.toUpperCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  await signIn(page, 'owner', `/tokens/${spelled}`)
  await expect(page.getByRole('heading', { name: 'spelled', level: 1 })).toBeVisible()
})

test('the address survives a reload, and Back leads to the list', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  await page.reload()
  await enterPassword(page, 'owner')
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
})

test('after the token is revoked the focus is on its name', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'ci' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await page.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByRole('heading', { name: 'ci', level: 1 })).toBeFocused()
})

row('row 18: a token revoked elsewhere shows it when one comes back to the tab', async ({ context, page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'shared' })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeEnabled()
  const other = await context.newPage()
  await signIn(other, 'owner', `/tokens/${uuid}`)
  await other.getByRole('button', { name: 'Revoke' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click()
  await expect(other.getByRole('main')).toContainText('Revoked')

  await page.clock.setFixedTime(Date.now() + 31_000)
  // A browser driven by a test calls every tab visible, so the page is told of its return here.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
  await expect(page.getByRole('main')).toContainText('Revoked')
  await expect(page.getByRole('button', { name: 'Rotate' })).toBeDisabled()
})

test('a token that cannot be loaded says so, with a way to try again', async ({ page, provoke, sandbox }) => {
  provoke(500)
  const { uuid } = await sandbox.createToken('owner', { name: 'slow' })
  sandbox.failNext('GET', `${tokensPath}${uuid}/`, { status: 500 })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('alert')).toContainText('This token could not be loaded.')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'slow', level: 1 })).toBeVisible()
})

test('a refresh that fails keeps what is known and says so', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', /^\/api\/personal-access-tokens\/[0-9a-f]{32}\/$/, { status: 500 })
  await signInByForm(page, 'owner')
  await tokenRow(page, 'terraform').getByRole('link').click()
  await expect(page.getByRole('alert')).toContainText('could not be')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'terraform', level: 1 })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } })

  test('nothing scrolls sideways', async ({ page }) => {
    await signIn(page, 'owner')
    await page.getByRole('link', { name: 'nightly-backup' }).click()
    await expect(page.getByRole('heading', { name: 'nightly-backup', level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
  })
})
