import type { Locator } from 'playwright/test'
import { expectAxeFindsNothing } from './axe.ts'
import {
  addPlace,
  expectSelected,
  fillCreate,
  findPermission,
  limitToEntities,
  openCreate,
  openFilled,
  selectPermission,
  submitAndReveal,
} from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { readSecret, revealDialog } from './revealSteps.ts'

const preset = (form: Locator, name: string) =>
  form.getByRole('group', { name: 'Permission presets' }).getByRole('button', { name, exact: true })

const access = (where: Locator) => where.getByRole('table', { name: 'What works today' })

test('a common job selects what it needs, and names what the user doesn’t hold', async ({ page }) => {
  const form = await openCreate(page, 'member')
  const job = form.getByRole('button', { name: /^Provider usage reports/ })
  await job.click()
  await expect(job).toHaveAttribute('aria-pressed', 'true')
  await expectSelected(form, ['RESOURCE.LIST'])
  await expect(form.getByRole('paragraph').filter({ hasText: 'The site agents seen so far don’t work' })).toBeVisible()
  await expect(form.getByRole('note').filter({ hasText: 'You can’t give' })).toContainText(
    'You can’t give a token these permissions: ORDER.LIST, RESOURCE.SET_USAGE and RESOURCE.SUBMIT_REPORT.',
  )
  await expectAxeFindsNothing(page)
})

const pasteIntoSearch = (form: Locator, text: string) =>
  form.getByRole('searchbox', { name: 'Search permissions' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', text)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('presets, pasted lists and pasted commands select permissions, and never keep a secret', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await expect(preset(form, 'Clear')).toHaveCount(0)
  await selectPermission(form, 'PROJECT.LIST')
  await pasteIntoSearch(form, 'LIST_ORDERS,\n"ORDER.CREATE"\nLIST_MOONS')
  await expectSelected(form, ['PROJECT.LIST', 'ORDER.LIST', 'ORDER.CREATE'])
  await expect(form.getByRole('note').filter({ hasText: 'doesn’t know' })).toContainText(
    'This page doesn’t know this permission: LIST_MOONS.',
  )
  await preset(form, 'All that can be limited').click()
  await expect(preset(form, 'All that can be limited')).toHaveAttribute('aria-pressed', 'true')
  const pane = form.getByRole('region', { name: 'What this token can do' })
  await pane.getByRole('button', { name: /^Show all \d+ permissions$/ }).press('Enter')
  await expect(pane.getByRole('button', { name: 'Show fewer' })).toBeFocused()
  await expect(await findPermission(form, 'PROJECT.DELETE')).toBeChecked()
  await preset(form, 'Clear').click()
  await expectSelected(form, [])

  const secret = `w_1804075500_${'x'.repeat(43)}`
  const command = `curl -H 'Authorization: Bearer ${secret}' https://waldur.example.org/api/`
  await pasteIntoSearch(form, `${command}personal-access-tokens/ -d '{"name": "ci", "scopes": ["LIST_ORDERS"]}'`)
  // The alert appears a moment later, and moves what is below it.
  await expect(form).toContainText('The text you pasted contained a secret.')
  await expectSelected(form, ['ORDER.LIST'])
  await expect(form).toContainText('Enter the rest yourself: name.')
  // A text without permissions becomes the search.
  await pasteIntoSearch(form, command)
  const search = form.getByRole('searchbox', { name: 'Search permissions' })
  await expect(search).toHaveValue(/w_1804075500' https/)
  // The notice goes with the next choice, so that a later one is about what was typed.
  const notice = form.getByText('The text you pasted contained a secret.')
  await expect(notice).toBeVisible()
  await preset(form, 'Clear').click()
  await expect(notice).toHaveCount(0)
  await search.fill(secret)
  await expect(search).toHaveValue('w_1804075500')
  await expect(notice).toBeVisible()
})

test.describe('on a Waldur server that also offers permissions the user doesn’t hold', () => {
  test.use({ sandboxOptions: { generation: '8.0.9' } })

  test('those without effect are marked, but can be chosen', async ({ page, sandbox }) => {
    const form = await openCreate(page, 'member')
    await expect(await findPermission(form, 'CUSTOMER.UPDATE')).toHaveAccessibleDescription(
      /^Not in your current roles/,
    )
    await expect(await findPermission(form, 'ORDER.CREATE')).toHaveAccessibleDescription('Order resources')
    await fillCreate(form, 'idle', 'CUSTOMER.UPDATE')
    await expect(form).toContainText('With your current roles, this has no effect: Update organizations.')
    await submitAndReveal(page, form)
    expect((await sandbox.tokensOf('member')).at(-1)?.scopes).toEqual(['CUSTOMER.UPDATE'])
  })
})

test('what works where is the same in the form, on the token’s page and on the server', async ({
  origin,
  page,
  sandbox,
}) => {
  const organization = await sandbox.entity('customer', 'Sigma2 AS')
  const project = await sandbox.entity('project', 'Drift og overvåking')
  await sandbox.setRoles('member', [
    { permissions: ['CUSTOMER.UPDATE', 'PROJECT.LIST'], type: 'customer', uuid: organization.uuid },
    { permissions: ['PROJECT.UPDATE'], type: 'project', uuid: project.uuid },
  ])
  const form = await openFilled(page, 'member', 'report', 'CUSTOMER.UPDATE')
  await selectPermission(form, 'PROJECT.UPDATE')
  await selectPermission(form, 'PROJECT.LIST')
  await limitToEntities(form)
  await addPlace(form, 'sigma', 'Sigma2 AS', 'Organization')
  const rows = access(form).getByRole('row')
  await expect(rows).toHaveText([
    /^Sigma2 ASOrganization$/,
    /^Update organizationsWorks here$/,
    /^Update projects.*Works only inside it: Drift og overvåking$/,
    /^List projects.*Follows your role\. The token makes no difference\.$/,
  ])
  await expectAxeFindsNothing(page)
  await submitAndReveal(page, form)
  const secret = await readSecret(page)
  const renamed = await fetch(`${origin}/api/projects/${project.uuid}/`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: project.name }),
  })
  expect(renamed.status).toBe(200)
  await revealDialog(page).getByRole('checkbox', { name: 'I’ve stored the secret' }).check()
  await revealDialog(page).getByRole('button', { name: 'Done' }).click()
  await tokenRow(page, 'report').getByRole('link').first().click()
  const card = page.getByRole('group', { name: 'Access' })
  await expect(card.getByRole('listitem').filter({ hasText: 'Update projects' })).toContainText(
    'Works only inside it: Drift og overvåking',
  )
  await expect(card.getByRole('img', { name: 'Works here' })).toHaveCount(1)
  await expectAxeFindsNothing(page)
})
