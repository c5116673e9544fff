import type { Page } from 'playwright/test'
import { placeRow, submitAndReveal } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

const inDays = (now: number, days: number) => new Date(now + days * 86_400_000).toISOString()
const health = (page: Page) => page.getByRole('group', { name: 'To review' })
const mark = (page: Page, name: string) => tokenRow(page, name).getByRole('img', { name: /^To review/ })
const replacement = (page: Page, name: string) => createForm(page, `Replace ${name}`)

/** Follows the row's link from the list to the token's page. */
async function openToken(page: Page, name: string): Promise<void> {
  await tokenRow(page, name).getByRole('rowheader').getByRole('link').click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

async function backToList(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'All tokens' }).click()
  await expect(page.getByRole('heading', { name: 'Personal access tokens' })).toBeVisible()
}

test('the chip counts the marked tokens and shows only them', async ({ page }) => {
  await signIn(page, 'owner')
  const chip = page.getByRole('button', { name: /^To review/ })
  await chip.click()
  await expect(tokenRow(page, 'legacy-inventory')).toBeVisible()
  await expect(tokenRow(page, 'thesis-export')).toBeVisible()
  // The roles may load after the list and mark further tokens.
  await expect(async () => {
    const count = (await chip.textContent())?.match(/\d+/)?.[0]
    await expect(page.getByText(`${count} of 11 shown`).first()).toBeVisible({ timeout: 100 })
  }).toPass()
})

test('a token whose places were all deleted can still read, and can be revoked; an ended one has no findings', async ({
  page,
}) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'thesis-export')).toContainText('its project was deleted')
  await expect(mark(page, 'thesis-export')).toHaveCount(0)
  await openToken(page, 'old-laptop')
  await expect(page.getByRole('main')).toContainText('Revoked')
  await expect(health(page)).toHaveCount(0)
  await backToList(page)
  await openToken(page, 'thesis-export')
  await expect(health(page).getByRole('listitem')).toHaveCount(1)
  await expect(health(page)).toContainText('None of its permissions works. All its places were deleted.')
  await expect(health(page)).toContainText('It can still read some of what you see, such as orders and invoices.')
  await health(page).getByRole('button', { name: 'Revoke token' }).click()
  await expect(page.getByRole('dialog', { name: 'Revoke thesis-export' })).toBeVisible()
})

test('permissions and places without effect are named, and a replacement leaves them out', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(mark(page, 'legacy-inventory')).toHaveAccessibleName('To review: 2 permissions have no effect')
  await expect(tokenRow(page, 'legacy-inventory')).toContainText('1 project deleted')
  await openToken(page, 'legacy-inventory')
  await expect(health(page)).toContainText('List resource users')
  await expect(health(page)).toContainText('1 of its places was deleted. The rest aren’t affected.')
  await health(page).getByRole('button', { name: 'Replace without deleted places' }).click()
  const form = replacement(page, 'legacy-inventory')
  await expect(form).toContainText('Not copied:')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await health(page).getByRole('button', { name: 'Replace without these permissions' }).click()
  await expect(form).toContainText(/1 of \d+ selected/)
  await expect(form.getByRole('note').filter({ hasText: /You don’t have th(is|ese)/ })).toHaveCount(0)
  await expect(form).not.toContainText('List resource users')
})

test('a token that was never used, and ends soon, is reported; what follows the role always has an effect', async ({
  page,
  sandbox,
}) => {
  const { uuid } = await sandbox.createToken('norole', { name: 'idle', expires_at: inDays(sandbox.now(), 40) })
  await sandbox.createToken('norole', { name: 'look', scopes: ['PROJECT.LIST', 'ORDER.LIST'] })
  await signIn(page, 'norole')
  await expect(tokenRow(page, 'idle')).toBeVisible()
  await expect(mark(page, 'idle')).toHaveCount(0)
  await openToken(page, 'look')
  await expect(page.getByRole('main')).toContainText('look can read everything you can see until')
  await expect(health(page)).toHaveCount(0)

  await sandbox.setUser('norole', { isStaff: true })
  // Time ends the session as well, so that further requests of this page would be rejected.
  await page.goto('about:blank')
  sandbox.advance(30 * 86_400_000)
  await page.clock.setFixedTime(sandbox.now())
  await signIn(page, 'norole', `/tokens/${uuid}`)
  await expect(health(page)).toContainText('It has never been used. If nothing needs it, revoke it.')
  await expect(page.getByRole('main')).toContainText('Expires in 10 days')
  await page.getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Replace idle' })).toBeVisible()
})

test('a token that ends after a role names the role and the permissions that stop working', async ({
  page,
  sandbox,
}) => {
  const project = await sandbox.entity('project', 'Drift og overvåking')
  await sandbox.createToken('roles', {
    name: 'watch',
    scopes: ['PROJECT.UPDATE'],
    allowed_scopes: [{ type: 'project', uuid: project.uuid }],
    expires_at: inDays(sandbox.now(), 30),
  })
  await signIn(page, 'roles')
  await expect(mark(page, 'watch')).toHaveAccessibleName('To review: Expires after your role ends')
  await openToken(page, 'watch')
  await expect(health(page)).toContainText(
    /Your role in Drift og overvåking ends on .*, before the token expires\. At the latest a day later, this stops working: Update projects\./,
  )
  await health(page).getByRole('button', { name: 'Replace with an earlier expiration' }).click()
  const form = replacement(page, 'watch')
  const until = form.getByRole('group', { name: 'Expiration', exact: true })
  await expect(until.getByLabel('Date and time')).toBeVisible()
  await expect(form.getByRole('note').filter({ hasText: 'Your role in' })).toHaveCount(0)
  await submitAndReveal(page, form)
  const ends = (await sandbox.tokensOf('roles')).map(({ expiresAt }) => expiresAt)
  expect(Math.min(...ends)).toBeGreaterThan(sandbox.now() + 4 * 86_400_000)
  expect(Math.min(...ends)).toBeLessThan(sandbox.now() + 5 * 86_400_000)
})

test('a manager’s tokens: one without findings, one for a resource, one with a permission that is not theirs', async ({
  page,
  sandbox,
}) => {
  const { uuid: resource } = await sandbox.entity('resource', 'geenivaramu-arhiiv')
  await sandbox.createToken('manager', {
    name: 'small',
    scopes: ['ORDER.CANCEL'],
    allowed_scopes: [{ type: 'resource', uuid: resource }],
  })
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  await sandbox.createToken('manager', {
    name: 'part',
    scopes: ['ORDER.CANCEL', 'RESOURCE.CONSUMPTION_LIMITATION'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'manager')
  await openToken(page, 'sequencer-upload')
  await expect(page.getByRole('group', { name: 'Access' })).toContainText('work')
  await expect(health(page)).toHaveCount(0)
  await backToList(page)
  await openToken(page, 'small')
  await expect(health(page)).toContainText(
    'Waldur asks for this permission on the project, not on a resource, so it doesn’t work in geenivaramu-arhiiv.',
  )
  await expect(health(page).getByRole('button', { name: 'Limit to Genomics (project) instead' })).toBeEnabled()
  await backToList(page)
  await openToken(page, 'part')
  await expect(health(page)).toContainText('You don’t have this permission in Genomics: ')
  await expect(health(page).getByRole('button', { name: 'Replace without it' })).toBeEnabled()
})

test('staff’s tokens: global permissions, and no places, are reported', async ({ page, sandbox }) => {
  await sandbox.createToken('staff', { name: 'ops', scopes: ['ORDER.CANCEL', 'MOON.LIST'] })
  await signIn(page, 'staff')
  await expect(mark(page, 'ops').first()).toHaveAccessibleName('To review: 1 permission has no effect')
  await expect(mark(page, 'ops').last()).toHaveAccessibleName('To review: Works in all of Waldur')
  await openToken(page, 'platform-audit')
  await expect(health(page)).toContainText('It opens staff-only views in all of Waldur.')
  await expect(health(page).getByRole('button', { name: 'Replace with narrower permissions' })).toBeEnabled()
  await backToList(page)
  await openToken(page, 'ops')
  await expect(health(page)).toContainText('You’re staff, so its permissions need no role.')
  await health(page).getByRole('button', { name: 'Limit it to places' }).click()
  await expect(replacement(page, 'ops')).toBeVisible()
})

test('while the roles cannot be read, nothing is claimed about permissions', async ({ page, provoke, sandbox }) => {
  provoke(500)
  sandbox.failNext('GET', '/api/roles/', { status: 500, times: 3 })
  const { uuid } = await sandbox.createToken('owner', { name: 'unsure', scopes: ['CUSTOMER.DELETE'] })
  await signInByForm(page, 'owner', `/tokens/${uuid}`)
  await expect(page.getByRole('group', { name: 'Access' }).getByRole('listitem').first()).toHaveText(
    'Delete customerCUSTOMER.DELETE',
  )
  await expect(health(page)).toHaveCount(0)
})

test('a staff permission of a former staff user, and a place below the role, can be replaced', async ({
  page,
  sandbox,
}) => {
  await sandbox.createToken('owner', { name: 'once', scopes: ['STAFF.ACCESS', 'ORDER.CANCEL'] })
  const { uuid: project } = await sandbox.entity('project', 'Genomics')
  await sandbox.createToken('owner', {
    name: 'below',
    scopes: ['ORDER.CANCEL', 'RESOURCE.SET_STATE'],
    allowed_scopes: [{ type: 'project', uuid: project }],
  })
  await signIn(page, 'owner')
  await openToken(page, 'once')
  await expect(health(page)).toContainText(/You’re no longer staff, so this has no effect: /)
  await health(page).getByRole('button', { name: 'Replace without it' }).click()
  await expect(replacement(page, 'once')).toContainText(/1 of \d+ selected/)
  await replacement(page, 'once').getByRole('button', { name: 'Cancel', exact: true }).click()
  await backToList(page)

  await expect(mark(page, 'below')).toHaveAccessibleName('To review: None of its permissions works')
  await openToken(page, 'below')
  await expect(health(page)).toContainText(
    'It reads Genomics but can’t use its permissions there. Your role is above it, in Tartu Ülikool.',
  )
  await expect(health(page).getByRole('listitem')).toHaveCount(1)
  await health(page).getByRole('button', { name: 'Replace, limited to Tartu Ülikool' }).click()
  const form = replacement(page, 'below')
  await expect(placeRow(form, 'Tartu Ülikool')).toBeVisible()
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)?.bindings).toEqual([
    { type: 'customer', uuid: (await sandbox.entity('customer', 'Tartu Ülikool')).uuid },
  ])
})
