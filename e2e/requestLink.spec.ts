import type { Locator, Page } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addPlace,
  expectSelected,
  findPermission,
  limitToEntities,
  openFilled,
  placeRow,
  submit,
  submitAndReveal,
} from './createSteps.ts'
import { createForm, dialogs } from './dialogSteps.ts'
import { expect, onBothGenerations, test } from './fixtures.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { enterPassword } from './sessionSteps.ts'

/** Opens the link and signs in. @returns the form */
async function openLink(page: Page, link: string): Promise<Locator> {
  await page.goto(link)
  await enterPassword(page, 'owner')
  const form = createForm(page)
  await expect(form).toBeVisible()
  return form
}

test('a link fills the form, is explained, and creates nothing on its own', async ({ page, sandbox }) => {
  const { uuid } = await sandbox.entity('project', 'Läänemere kliimamudel')
  const form = await openLink(page, `/tokens/new#name=ci&scopes=PROJECT.LIST,ORDER.LIST&bind=project:${uuid}&days=90`)
  await expect(form.getByRole('note').first()).toContainText('Nothing is created until you select “Create token”')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('ci')
  await expectSelected(form, ['PROJECT.LIST', 'ORDER.LIST'])
  await expect(placeRow(form, 'Läänemere kliimamudel')).toBeVisible()
  await expect(form.getByRole('radio', { name: '90 days' })).toBeChecked()
  await expectAxeFindsNothing(page, [])
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
  const reveal = await submitAndReveal(page, form)
  await reveal.getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await reveal.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL('/tokens')
  await expect(dialogs(page)).toHaveCount(0)
  expect((await sandbox.tokensOf('owner')).find(({ name }) => name === 'ci')).toMatchObject({
    scopes: ['PROJECT.LIST', 'ORDER.LIST'],
    bindings: [{ type: 'project', uuid }],
  })
})

// Before 8.1.2, Waldur offers every permission, held or not.
onBothGenerations(() => {
  test('the form names what it doesn’t understand, what the user doesn’t hold and what they can’t see', async ({
    page,
    provoke,
    sandbox,
  }) => {
    provoke(404)
    const gone = 'c0ffee00'.repeat(4)
    const form = await openLink(
      page,
      `/tokens/new#name=ci&scopes=PROJECT.LIST,CUSTOMER.CREATE,constructor.LIST,__proto__.A,STAFF.ACCESS&bind=project:${gone}&submit=1`,
    )
    const alert = (text: string) => form.getByRole('note').filter({ hasText: text })
    await expect(alert('This part of the link wasn’t understood')).toContainText('submit')
    await expect(form.getByRole('group', { name: 'Permissions', exact: true })).toContainText('Permissions5 selected')
    // The last two are keys that every object of JavaScript inherits.
    for (const permission of ['CUSTOMER.CREATE', 'constructor.LIST', '__proto__.A']) {
      await expect(alert('You don’t have these permissions:')).toContainText(permission)
    }
    // What is said to staff about it doesn't hold for anyone else.
    await expect(alert('You don’t have these permissions:')).not.toContainText('STAFF.ACCESS')
    await expect(form.getByRole('group', { name: 'This token opens staff-only views' })).toHaveCount(0)
    await expect(form).not.toContainText('Your other permissions work in all of Waldur')
    const note = form.getByRole('note').filter({ hasText: 'Only staff can create a token with staff-only views.' })
    await expect(form).toContainText('ci can’t be created like this.')
    await note.getByRole('button', { name: 'Remove it' }).click()
    await expect(note).toHaveCount(0)
    await expect(alert('You can’t see this place')).toContainText('Project c0ffee00')
    expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
    await form.getByRole('button', { name: 'Cancel' }).click()
    await form.getByRole('button', { name: 'Discard' }).click()
    await expect(page).toHaveURL('/tokens')
  })
})

test('a limit that cannot be read never becomes no limit', async ({ page, sandbox }) => {
  const form = await openLink(page, '/tokens/new#name=ci&scopes=PROJECT.LIST&bind=project:typo&network=')
  await expect(form.getByRole('radio', { name: 'Only in specific places' })).toBeChecked()
  await expect(form.getByRole('radio', { name: 'Only these IP addresses' })).toBeChecked()
  await submit(form)
  await expect(form).toContainText('Add at least one place')
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})

test('a form’s link fills the form in another tab', { tag: '@firefox' }, async ({ context, page }) => {
  await context.grantPermissions(['clipboard-write'])
  const form = await openFilled(page, 'owner', 'R&D 50% = ?', 'ORDER.LIST')
  await limitToEntities(form)
  await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  await form.getByRole('radio', { name: '180 days' }).check()
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied.', 'NotAllowedError'))
  })
  await form.getByRole('button', { name: 'Copy request link' }).click()
  const shown = form.getByText('Couldn’t copy. Here’s the link: ')
  const link = (await shown.textContent())?.replace(/^.*the link: /, '') ?? ''
  const other = await context.newPage()
  const filled = await openLink(other, link)
  await expect(filled.getByRole('textbox', { name: 'Name' })).toHaveValue('R&D 50% = ?')
  await expect(await findPermission(filled, 'ORDER.LIST')).toBeChecked()
  await expect(placeRow(filled, 'Läänemere kliimamudel')).toBeVisible()
  await expect(filled.getByRole('radio', { name: '180 days' })).toBeChecked()
  await expect(filled.getByRole('note').filter({ hasText: /wasn’t|weren’t/ })).toHaveCount(0)
})

test('a link that was damaged on the way is read as it was meant', async ({ page }) => {
  for (const link of [
    '/tokens/new%23name=ci&amp;scopes=PROJECT.LIST,ORDER.LIST&amp;days=90).',
    '/tokens/new?name=ci&scopes=PROJECT.LIST,ORDER.LIST&days=90',
  ]) {
    const form = await openLink(page, link)
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('ci')
    await expectSelected(form, ['PROJECT.LIST', 'ORDER.LIST'])
    await expect(form.getByRole('radio', { name: '90 days' })).toBeChecked()
    await expect(form.getByRole('alert').filter({ hasText: /wasn’t|weren’t/ })).toHaveCount(0)
    await expect(page).toHaveURL('/tokens/new#name=ci&scopes=PROJECT.LIST,ORDER.LIST&days=90')
    await form.getByRole('button', { name: 'Cancel' }).click()
  }
})

test('the URL alone opens an empty form', async ({ page }) => {
  const form = await openLink(page, '/tokens/new')
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  await expect(form.getByRole('note')).toHaveCount(0)
})
