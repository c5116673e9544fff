import type { Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  acceptStaff,
  addPlace,
  anotherDate,
  expectSelected,
  fillCreate,
  findPermission,
  limitToEntities,
  openCreate,
  openFilled,
  placeRow,
  removePlace,
  selectPermission,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { expect } from './fixtures.ts'
import { row } from './matrix.ts'
import { alerts, clickTwiceAtOnce } from './pageSteps.ts'
import { readSecret, storeAndClose } from './revealSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { coverOf, enterPassword } from './sessionSteps.ts'

const nameField = (page: Page) => page.getByRole('textbox', { name: 'Name' })
const button = (page: Page) => page.getByRole('button', { name: 'Create token' })

/** The ways to submit the form more than once. */
const REPEATED: readonly ((page: Page) => Promise<void>)[] = [
  (page) => clickTwiceAtOnce(button(page)),
  async (page) => {
    await nameField(page).press('Enter')
    await nameField(page).press('Enter')
  },
  async (page) => {
    await nameField(page).press('Enter')
    // Like a finger, this doesn't wait for the button to be enabled.
    await button(page).dispatchEvent('click')
  },
  async (page) => {
    await nameField(page).focus()
    for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
  },
]

row(
  'row 25: a double click, Enter twice, Enter with a click and Enter held down each create one token',
  async ({ page, sandbox }) => {
    const form = await openCreate(page, 'member')
    for (const [index, send] of REPEATED.entries()) {
      if (index > 0) await page.getByRole('button', { name: 'Create token', exact: true }).click()
      const name = `once ${index}`
      await fillCreate(form, name, 'PROJECT.LIST')
      const release = sandbox.holdNext('POST', tokensPath)
      await send(page)
      release()
      await readSecret(page)
      expect(sent(sandbox, 'POST', tokensPath)).toBe(index + 1)
      expect((await sandbox.tokensOf('member')).filter((token) => token.name === name)).toHaveLength(1)
      await storeAndClose(page)
    }
  },
)

row('row 25: Enter held down doesn’t submit again after a rejection', async ({ page, provoke, sandbox }) => {
  provoke(400)
  await openFilled(page, 'member', 'once', 'PROJECT.LIST')
  sandbox.failNext('POST', tokensPath, { status: 400, body: { name: ['Name, says Waldur.'] } })
  await nameField(page).focus()
  await page.keyboard.down('Enter')
  await expect(nameField(page)).toHaveAccessibleDescription('Name, says Waldur.')
  for (let repeats = 0; repeats < 5; repeats += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(button(page)).toBeEnabled()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
})

row(
  'row 26: each of Waldur’s messages is shown at its field, the others above the form, none dropped',
  async ({ page, provoke, sandbox }) => {
    provoke(400)
    const form = await openFilled(page, 'owner', 'bound', 'PROJECT.LIST')
    await selectPermission(form, 'ORDER.CREATE')
    await limitToEntities(form)
    await addPlace(form, 'kliima', 'Läänemere kliimamudel')
    await addPlace(form, 'keele', 'Keeletehnoloogia')
    const body = {
      name: ['Name, says Waldur.'],
      scopes: { '1': ['Scope, says Waldur.'] },
      allowed_scopes: [{}, { type: ['Type, says Waldur.'], uuid: ['Uuid, says Waldur.'] }],
      expires_at: ['End, says Waldur.'],
      non_field_errors: ['Whole, says Waldur.'],
      something_new: ['New, says Waldur.'],
    }
    sandbox.failNext('POST', tokensPath, { status: 400, body })
    await submit(form)
    await expect(nameField(page)).toHaveAccessibleDescription('Name, says Waldur.')
    await expect(nameField(page)).toBeFocused()
    const permissions = form.getByRole('group', { name: 'Permissions', exact: true })
    await expect(permissions).toContainText('ORDER.CREATE: Scope, says Waldur.')
    await expect(removePlace(form, 'Keeletehnoloogia')).toHaveAccessibleDescription(
      'Type, says Waldur. Uuid, says Waldur.',
    )
    await expect(placeRow(form, 'Läänemere kliimamudel')).not.toContainText('says Waldur.')
    await expect(form.getByRole('group', { name: 'Expiration', exact: true })).toContainText('End, says Waldur.')
    const summary = form.getByRole('alert').filter({ hasText: 'Whole, says Waldur.' })
    await expect(summary).toContainText('something_new: New, says Waldur.')
    await expect(summary).toContainText('Check these fields: Name, Permissions, Keeletehnoloogia and Expiration.')
    await expectAxeFindsNothing(page, [])
    // All input is kept, and the errors of the last try don't block the next one.
    await submitAndReveal(page, form)
    const stored = (await sandbox.tokensOf('owner')).at(-1)
    expect(stored).toMatchObject({ name: 'bound', scopes: ['PROJECT.LIST', 'ORDER.CREATE'] })
    expect(stored?.bindings).toHaveLength(2)
  },
)

row(
  'row 27: a lifetime beyond Waldur’s limit is reported at its field, and the limit is offered from then on',
  async ({ page, provoke, sandbox }) => {
    provoke(400)
    sandbox.settings.PAT_MAX_LIFETIME_DAYS = 10
    const form = await openFilled(page, 'owner', 'timed', 'PROJECT.LIST')
    await submit(form)
    const until = form.getByRole('group', { name: 'Expiration', exact: true })
    await expect(until).toContainText('Expiration cannot exceed 10 days from now.')
    await form.getByRole('radio', { name: '7 days' }).check()
    await expect(until).not.toContainText('Expiration cannot exceed')
    // The form now knows the limit: it warns about a later custom date, and offers the limit as a preset.
    await anotherDate(form).click()
    await form.getByLabel('Date and time').fill('9999-12-31T23:59')
    await submit(form)
    await expect(form.getByLabel('Date and time')).toHaveAccessibleDescription(/Expiration cannot exceed 10 days/)
    await expect(form.getByLabel('Date and time')).toBeFocused()
    await form.getByLabel('Date and time').fill('2099-01-01T12:00')
    const known = until.getByRole('note').filter({ hasText: 'As far as this page knows' })
    await expect(known).toContainText(/^As far as this page knows, Waldur allows at most 10 days, until /)
    await known.getByRole('button', { name: 'Use latest date' }).click()
    await expect(form.getByLabel('Date and time')).toBeFocused()
    await expect(known).toHaveCount(0)
    await submitAndReveal(page, form)
    await storeAndClose(page)
    await page.getByRole('button', { name: 'Create token', exact: true }).click()
    await expect(form.getByRole('radio', { name: '10 days, the longest known' })).toBeChecked()
  },
)

row(
  'row 27: at the maximum number of tokens the form shows Waldur’s message and which token to revoke',
  async ({ page, provoke, sandbox }) => {
    provoke(400)
    sandbox.settings.PAT_MAX_TOKENS_PER_USER = 8
    const form = await openFilled(page, 'owner', 'one-too-many', 'PROJECT.LIST')
    await submit(form)
    const alert = alerts(form)
    await expect(alert).toContainText('Maximum number of active tokens (8) reached.')
    await expect(alert).toContainText('spring-import has expired but still counts. Revoke spring-import')
    await expectAxeFindsNothing(page, [])
    // The message beside the form stays and doesn't take the focus from a field that is being corrected.
    const name = form.getByRole('textbox', { name: 'Name' })
    await name.fill('')
    await expect(name).toHaveAttribute('aria-invalid', 'true')
    await name.pressSequentially('one')
    await expect(name).toHaveValue('one')
    await expect(name).toBeFocused()
    await sandbox.runExpiryJob()
    await submitAndReveal(page, form)
  },
)

row(
  'row 28: if the user is no longer staff, the form names the permission and keeps everything else',
  async ({ page, provoke, sandbox }) => {
    provoke(400)
    await sandbox.setUser('owner', { isStaff: true })
    const form = await openFilled(page, 'owner', 'kept', 'PROJECT.LIST')
    await selectPermission(form, 'STAFF.ACCESS')
    await acceptStaff(form)
    await form.getByRole('radio', { name: '7 days' }).check()
    await sandbox.setUser('owner', { isStaff: false })
    await submit(form)
    await expect(
      form.getByText('Removed because you no longer have it: Use staff-only views (STAFF.ACCESS).'),
    ).toBeVisible()
    await expect(form).toContainText('Only staff users can request the STAFF.ACCESS scope.')
    await expectSelected(form, ['PROJECT.LIST'])
    await expect(await findPermission(form, 'STAFF.ACCESS')).toHaveCount(0)
    await expect(nameField(page)).toHaveValue('kept')
    await expect(form.getByRole('radio', { name: '7 days' })).toBeChecked()
    expect(sent(sandbox, 'GET', `${tokensPath}available_scopes/`)).toBe(2)
    expect(sent(sandbox, 'POST', tokensPath), 'nothing is resent').toBe(1)
  },
)

row(
  'row 28: if a role has ended, the form names the permission, and the rest can be created',
  async ({ page, provoke, sandbox }) => {
    provoke(400)
    sandbox.settings.TOKEN_LIFETIME = null
    const form = await openCreate(page, 'roles')
    // Only the role that ends in five days has the first permission; another role has the second as well.
    await fillCreate(form, 'kept', 'PROJECT.UPDATE')
    await selectPermission(form, 'ORDER.LIST')
    await limitToEntities(form)
    await addPlace(form, 'drift', 'Drift og overvåking')
    sandbox.advance(6 * 86_400_000)
    await sandbox.runExpiryJob()
    await submit(form)
    await expect(removePlace(form, 'Drift og overvåking')).toHaveAccessibleDescription(
      /You do not hold any of the requested/,
    )
    await expect(
      form.getByText('Removed because you no longer have it: Update projects (PROJECT.UPDATE).'),
    ).toBeVisible()
    await expect(placeRow(form, 'Drift og overvåking')).toBeVisible()
    await form.getByRole('radio', { name: 'Everywhere you have these permissions' }).check()
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('roles')).map(({ name, scopes }) => [name, scopes])).toEqual([
      ['kept', ['ORDER.LIST']],
    ])
  },
)

row(
  'row 37: when the session ends, the form is kept and nothing is sent without a click',
  async ({ page, provoke, sandbox }) => {
    provoke(401)
    const form = await openFilled(page, 'owner', 'kept', 'PROJECT.LIST')
    await limitToEntities(form)
    await addPlace(form, 'kliima', 'Läänemere kliimamudel')
    sandbox.failNext('POST', tokensPath, { status: 401, body: { detail: 'Token has expired.' } })
    await submit(form)
    await expect(coverOf(page)).toBeVisible()
    await enterPassword(page, 'owner')
    await expect(alerts(form)).toHaveText('You’re signed in again. Nothing was created.')
    const button = form.getByRole('button', { name: 'Create token' })
    await expect(button).toBeFocused()
    await expect(button).toHaveAccessibleDescription(
      /^You’re signed in again\. Nothing was created\. kept will be able to read everything/,
    )
    await expect(nameField(page)).toHaveValue('kept')
    await expectSelected(form, ['PROJECT.LIST'])
    await expect(placeRow(form, 'Läänemere kliimamudel')).toBeVisible()
    expect(sent(sandbox, 'POST', tokensPath)).toBe(1)
    await submitAndReveal(page, form)
    expect(sent(sandbox, 'POST', tokensPath)).toBe(2)
  },
)
