import type { Page } from 'playwright/test'
import { submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { enterPassword, signIn, signInByForm } from './sessionSteps.ts'

const inDays = (now: number, days: number) => new Date(now + days * 86_400_000).toISOString()
const health = (page: Page) => page.getByRole('region', { name: 'Worth a look' })

/** From the list, where the mark is, to the page of the token, where it says more. */
async function openToken(page: Page, username: string, name: string): Promise<void> {
  await signIn(page, username)
  await tokenRow(page, name).getByRole('rowheader').getByRole('link').click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

test('a token whose places are all gone still reads some, and may be revoked', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(
    tokenRow(page, 'thesis-export').getByRole('img', { name: 'Worth a look: None of its permissions works' }),
  ).toBeVisible()
  await tokenRow(page, 'thesis-export').getByRole('rowheader').getByRole('link').click()
  await expect(health(page).getByRole('listitem')).toHaveCount(1)
  await expect(health(page)).toContainText('None of its permissions works. All its places were deleted.')
  await expect(health(page)).toContainText('It can still read some of what you see, such as orders and invoices.')
  await health(page).getByRole('button', { name: 'Revoke it' }).click()
  await expect(page.getByRole('dialog', { name: 'Revoke thesis-export' })).toBeVisible()
})

test('dead parts are named, and a replacement leaves them out', async ({ page }) => {
  await signIn(page, 'owner')
  const mark = tokenRow(page, 'legacy-inventory').getByRole('img', { name: /^Worth a look/ })
  await expect(mark).toHaveAccessibleName(/2 permissions have no effect; 1 deleted place/)
  await tokenRow(page, 'legacy-inventory').getByRole('rowheader').getByRole('link').click()
  await expect(health(page)).toContainText('List users for resource')
  await expect(health(page)).toContainText('1 of its places was deleted. The rest aren’t affected.')
  await health(page).getByRole('button', { name: 'Replace without deleted places' }).click()
  const form = page.getByRole('dialog', { name: 'Replace legacy-inventory' })
  await expect(form).toContainText('Not taken over:')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await health(page).getByRole('button', { name: 'Replace without these permissions' }).click()
  await expect(form.getByText(/^\d selected$/)).toBeVisible()
  await expect(form.getByRole('alert').filter({ hasText: 'You do not hold these' })).toHaveCount(0)
  await expect(form).not.toContainText('List users for resource')
})

test('one that was never used, or not for long, may go; one that ends soon may be replaced', async ({
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.createToken('norole', { name: 'idle', expires_at: inDays(sandbox.now(), 40) })
  await signIn(page, 'norole')
  await expect(tokenRow(page, 'idle').getByRole('img')).toHaveCount(0)
  await sandbox.setUser('norole', { isStaff: true })
  // The session ends as well: what the list still asks for would be refused.
  await page.goto('about:blank')
  sandbox.advance(30 * 86_400_000)
  await page.clock.setFixedTime(sandbox.now())
  await signIn(page, 'norole', `/tokens/${uuid}`)
  await expect(health(page)).toContainText('It was never used since it was created.')
  await expect(health(page)).toContainText('It ends within 14 days.')
  await health(page).getByRole('button', { name: 'Replace it before it ends' }).click()
  await expect(page.getByRole('dialog', { name: 'Replace idle' })).toBeVisible()
})

test('a token that outlives a role says which, and what stops', async ({ page, sandbox }) => {
  const project = await sandbox.entity('project', 'Drift og overvåking')
  await sandbox.createToken('roles', {
    name: 'watch',
    scopes: ['PROJECT.UPDATE'],
    allowed_scopes: [{ type: 'project', uuid: project.uuid }],
    expires_at: inDays(sandbox.now(), 30),
  })
  await signIn(page, 'roles')
  await expect(
    tokenRow(page, 'watch').getByRole('img', { name: 'Worth a look: Expires after your role ends' }),
  ).toBeVisible()
  await tokenRow(page, 'watch').getByRole('rowheader').getByRole('link').click()
  await expect(health(page)).toContainText(
    /Your role in Drift og overvåking ends on .*, before the token expires\. At the latest a day later, these stop working: Update project\./,
  )
  await health(page).getByRole('button', { name: 'Replace with an earlier expiration' }).click()
  const form = page.getByRole('dialog', { name: 'Replace watch' })
  const until = form.getByRole('group', { name: 'Until', exact: true })
  await expect(until.getByRole('radio', { name: 'Custom' })).toBeChecked()
  await expect(until.getByRole('note')).toHaveCount(0)
  await submitAndReveal(page, form)
  const ends = (await sandbox.tokensOf('roles')).map(({ expiresAt }) => expiresAt)
  expect(Math.min(...ends)).toBeGreaterThan(sandbox.now() + 4 * 86_400_000)
  expect(Math.min(...ends)).toBeLessThan(sandbox.now() + 5 * 86_400_000)
})

test('a token in use with living roles and places is well', async ({ page }) => {
  await openToken(page, 'manager', 'sequencer-upload')
  await expect(page.getByRole('table', { name: 'What works where' })).toBeVisible()
  await expect(health(page)).toHaveCount(0)
})

test('a global permission is a matter of its own', async ({ page }) => {
  await openToken(page, 'staff', 'platform-audit')
  await expect(health(page)).toContainText('this opens staff or support views in all of Waldur.')
  await expect(health(page).getByRole('button', { name: 'Replace with narrower permissions' })).toBeEnabled()
})

test('what has ended needs no look', async ({ page }) => {
  await openToken(page, 'owner', 'old-laptop')
  await expect(health(page)).toHaveCount(0)
})

test('of permissions nothing is claimed while the roles cannot be read', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', '/api/roles/', { status: 500, times: 3 })
  const { uuid } = await sandbox.createToken('owner', { name: 'unsure', scopes: ['CUSTOMER.DELETE'] })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('main')).toContainText('unsure has these permissions until')
  await expect(health(page)).toHaveCount(0)
})

test('what follows the role is never idle', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('norole', { name: 'look', scopes: ['PROJECT.LIST', 'ORDER.LIST'] })
  await signIn(page, 'norole', `/tokens/${uuid}`)
  await expect(page.getByRole('main')).toContainText('look can read everything you can see until')
  await expect(health(page)).toHaveCount(0)
})

test('staff’s token without places works in all of Waldur', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('staff', { name: 'ops', scopes: ['ORDER.CANCEL', 'MOON.LIST'] })
  await signIn(page, 'staff')
  await expect(tokenRow(page, 'ops').getByRole('img', { name: /^Worth a look/ })).toHaveAccessibleName(
    'Worth a look: 1 permission has no effect; Works in all of Waldur',
  )
  await page.goto(`/tokens/${uuid}`)
  await enterPassword(page, 'staff')
  await expect(health(page)).toContainText('You’re staff, so its permissions need no role.')
  await health(page).getByRole('button', { name: 'Limit it to places' }).click()
  await expect(page.getByRole('dialog', { name: 'Replace ops' })).toBeVisible()
})

test('who is no longer staff has a token for staff only', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.createToken('owner', { name: 'once', scopes: ['STAFF.ACCESS', 'ORDER.CANCEL'] })
  await signIn(page, 'owner', `/tokens/${uuid}`)
  await expect(health(page)).toContainText(/You’re no longer staff, so this has no effect: /)
  await health(page).getByRole('button', { name: 'Replace without it' }).click()
  await expect(page.getByRole('dialog', { name: 'Replace once' }).getByText(/^1 selected$/)).toBeVisible()
})

test('the card counts what is worth a look, and shows it', async ({ page }) => {
  await signIn(page, 'owner')
  const card = page.getByRole('button', { name: /Worth a look$/ })
  await card.click()
  await expect(tokenRow(page, 'legacy-inventory')).toBeVisible()
  await expect(tokenRow(page, 'thesis-export')).toBeVisible()
  // The roles may come after the list, and with them more to look at.
  await expect(async () => {
    const count = (await card.textContent())?.match(/\d+/)?.[0]
    await expect(page.getByText(`${count} of 11 shown`)).toBeVisible({ timeout: 100 })
  }).toPass()
})

test('a place below the role is read only, and a replacement is limited to the place of the role', async ({
  page,
  sandbox,
}) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.createToken('owner', {
    name: 'below',
    scopes: ['ORDER.CANCEL', 'RESOURCE.SET_STATE'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'owner')
  await expect(
    tokenRow(page, 'below').getByRole('img', { name: 'Worth a look: None of its permissions works' }),
  ).toBeVisible()
  await page.goto(`/tokens/${uuid}`)
  await enterPassword(page, 'owner')
  await expect(health(page)).toContainText(
    'It reads Genomics but can’t use its permissions there. Your role is above it, in Tartu Ülikool.',
  )
  await expect(health(page).getByRole('listitem')).toHaveCount(1)
  await health(page).getByRole('button', { name: 'Replace, limited to Tartu Ülikool' }).click()
  const form = page.getByRole('dialog', { name: 'Replace below' })
  await expect(form.getByRole('combobox', { name: 'Place', exact: true })).toHaveValue('Tartu Ülikool')
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toEqual([
    { type: 'customer', uuid: (await sandbox.entity('customer', 'Tartu Ülikool')).uuid },
  ])
})

test('a resource is asked nothing, and its project stands in', async ({ page, sandbox }) => {
  const { uuid: resource } = await sandbox.entity('resource', 'geenivaramu-arhiiv')
  const { uuid } = await sandbox.createToken('manager', {
    name: 'small',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: [{ type: 'resource', uuid: resource }],
  })
  await signIn(page, 'manager', `/tokens/${uuid}`)
  await expect(health(page)).toContainText(
    'Waldur asks for these permissions on the project, not on a resource, so nothing works in geenivaramu-arhiiv.',
  )
  await expect(health(page).getByRole('button', { name: 'Limit to Genomics (project) instead' })).toBeEnabled()
})

test('what one does not have in a place is named with it', async ({ page, sandbox }) => {
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  const { uuid } = await sandbox.createToken('manager', {
    name: 'part',
    scopes: ['ORDER.CANCEL', 'RESOURCE.CONSUMPTION_LIMITATION'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'manager', `/tokens/${uuid}`)
  await expect(health(page)).toContainText('You don’t have these permissions in Genomics: ')
  await expect(health(page).getByRole('button', { name: 'Replace without these permissions' })).toBeEnabled()
})
