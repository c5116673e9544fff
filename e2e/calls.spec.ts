import type { Locator, Page } from 'playwright/test'
import { expectAccessible } from './axe.ts'
import { addPlace, fillCreate, limitToEntities, openCreate, selectPermission } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { expectNoSidewaysScroll } from './pageSteps.ts'
import { signIn } from './sessionSteps.ts'

const fold = (where: Locator | Page) => where.getByRole('button', { name: /^API calls it opens/ })
const copy = (where: Locator, call: string) => where.getByRole('button', { name: `Copy ${call}`, exact: true })
const cancel = 'POST /api/marketplace-orders/{uuid}/cancel/'

test('a token’s page lists the API calls of its permissions, to be copied', async ({ context, page, sandbox }) => {
  await sandbox.createToken('owner', { name: 'orders', scopes: ['ORDER.CANCEL', 'ORDER.LIST', 'ORDER.CREATE'] })
  await signIn(page, 'owner')
  await tokenRow(page, 'orders').getByRole('link').click()
  const permissions = page.getByRole('group', { name: 'Access' })
  await expect(fold(permissions)).toHaveText('API calls it opens1')
  await expect(copy(permissions, cancel)).toBeHidden()
  await fold(permissions).click()
  await expect(permissions).toContainText(cancel)
  for (const line of [
    'List ordersFollows your role. The token makes no difference.',
    'Create ordersIt isn’t known which calls this opens.',
  ]) {
    await expect(permissions.getByRole('listitem').filter({ hasText: line })).toBeVisible()
  }
  await expect(permissions).toContainText('As read from Waldur 8.0.5 and newer code.')
  await copy(permissions, cancel).press('Enter')
  await expect(permissions.getByRole('status')).toHaveText('Copied')
  await expectAccessible(page)
  const other = await context.newPage()
  await other.goto('/tokens')
  await other.getByRole('textbox', { name: 'Username' }).press('ControlOrMeta+V')
  await expect(other.getByRole('textbox', { name: 'Username' })).toHaveValue(cancel)
})

test('the form lists the calls of the chosen permissions, without those that don’t work in the chosen place', async ({
  page,
}) => {
  const form = await openCreate(page, 'owner')
  await expect(fold(form)).toBeHidden()
  await fillCreate(form, 'orders', 'ORDER.CANCEL')
  await expect(fold(form)).toHaveText('API calls it opens1')
  await selectPermission(form, 'PROJECT.UPDATE')
  await fold(form).click()
  await expect(copy(form, 'PATCH /api/projects/{uuid}/')).toBeVisible()
  await selectPermission(form, 'PROJECT.UPDATE', false)
  await expect(copy(form, 'PATCH /api/projects/{uuid}/')).toBeHidden()
  await expect(copy(form, cancel)).toBeVisible()
  await limitToEntities(form)
  await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  await expect(fold(form)).toBeHidden()
})

test('a call that can’t be copied is selected instead', async ({ page, sandbox }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await sandbox.createToken('owner', { name: 'orders', scopes: ['ORDER.CANCEL'] })
  await signIn(page, 'owner')
  await tokenRow(page, 'orders').getByRole('link').click()
  const permissions = page.getByRole('group', { name: 'Access' })
  await fold(permissions).click()
  await copy(permissions, cancel).click()
  await expect(permissions.getByRole('status')).toHaveText('Couldn’t copy. The call is selected. Press Ctrl+C or ⌘C.')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(cancel)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 740 } })

  test('long paths wrap', async ({ page, sandbox }) => {
    await sandbox.createToken('staff', { name: 'team', scopes: ['SERVICE_PROVIDER.LIST_CUSTOMERS', 'PROJECT.DELETE'] })
    await signIn(page, 'staff', '/tokens')
    await page.getByRole('link', { name: 'team', exact: true }).click()
    await fold(page).click()
    await expect(page.getByText('end_date')).toHaveText('with end_date')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
  })
})
