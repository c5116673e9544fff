import { expectAxeFindsNothing } from './axe.ts'
import {
  addPlace,
  addressField,
  anotherDate,
  fillCreate,
  limitToEntities,
  onlyFromThese,
  openCreate,
  openFilled,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { storeAndClose } from './revealSteps.ts'

const DAY = 86_400_000

test('a token that outlives the role it depends on gets a warning, and can expire with the role', async ({
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'roles')
  const until = form.getByRole('group', { name: 'Expiration', exact: true })
  await fillCreate(form, 'watch', 'PROJECT.UPDATE')
  await limitToEntities(form)
  await addPlace(form, 'drift', 'Drift og overvåking')
  const note = form.getByRole('note').filter({ hasText: 'Your role in' })
  await expect(note).toContainText(
    /^Your role in Drift og overvåking ends .*\. 1 permission then stops working, at the latest a day later\./,
  )
  await selectPermission(form, 'ORDER.CANCEL')
  await expect(note).toContainText(/ends .*\. All 2 then stop working, at the latest a day later\./)
  await expectAxeFindsNothing(page, [])
  await note.getByRole('button', { name: 'Expire with the role' }).click()
  await expect(note).toHaveCount(0)
  await expect(until.getByLabel('Date and time')).toBeFocused()
  await submitAndReveal(page, form)
  const end = (await sandbox.tokensOf('roles')).find(({ name }) => name === 'watch')?.expiresAt ?? 0
  const left = sandbox.now() + 5 * DAY - end
  expect(left, 'at most a day and a minute early, never late').toBeGreaterThan(0)
  expect(left).toBeLessThan(DAY)
})

test('the longest lifetime is learned from a rejection, and remembered until Waldur accepts more', {
  tag: '@slow',
}, async ({ page, provoke, sandbox }) => {
  provoke(400)
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 10
  const form = await openFilled(page, 'owner', 'ci', 'PROJECT.UPDATE')
  // The role behind it has no end.
  await expect(form.getByRole('table', { name: 'What works today' })).toBeVisible()
  await expect(form.getByRole('note')).toHaveCount(0)
  const choice = form.getByRole('radiogroup', { name: 'Expiration' }).getByRole('radio')
  await expect(choice).toHaveCount(5)
  await submit(form)
  await expect(form.getByRole('group', { name: 'Expiration', exact: true })).toContainText('cannot exceed 10 days')
  await expect(choice).toHaveCount(2)
  const longest = form.getByRole('radio', { name: '10 days, the longest known' })
  await expect(longest).toBeChecked()
  await submitAndReveal(page, form)
  const end = (await sandbox.tokensOf('owner')).find(({ name }) => name === 'ci')?.expiresAt ?? 0
  expect(sandbox.now() + 10 * DAY - end).toBeLessThan(10 * 60_000)
  await storeAndClose(page)

  // The browser remembers it for whoever signs in next.
  await openCreate(page, 'manager')
  await expect(longest).toBeChecked()
  sandbox.settings.PAT_MAX_LIFETIME_DAYS = 365
  await fillCreate(form, 'raised', 'PROJECT.LIST')
  await anotherDate(form).click()
  await form.getByLabel('Date and time').fill(new Date(sandbox.now() + 30 * DAY).toISOString().slice(0, 16))
  await submitAndReveal(page, form)
  await storeAndClose(page)
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  await expect(form.getByRole('radio', { name: '1 year' })).toBeVisible()
})

test('staff see the limits before they submit', async ({ page, sandbox }) => {
  Object.assign(sandbox.settings, { PAT_MAX_LIFETIME_DAYS: 10, PAT_MAX_TOKENS_PER_USER: 8, PAT_MAX_ACL_ENTRIES: 1 })
  const form = await openCreate(page, 'staff')
  await expect(form.getByRole('radio', { name: '10 days (maximum)' })).toBeChecked()
  await expect(form.getByRole('note')).toContainText(
    /^You have \d+ active tokens, the most this Waldur server allows\./,
  )
  await onlyFromThese(form).check()
  await addressField(form).fill('192.0.2.7')
  await expect(form).toContainText('Waldur allows only 1 IP address or range per token.')
})
