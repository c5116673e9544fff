import type { Page } from 'playwright/test'
import { chooseType, expectSelected, openEntityRow, pickEntity } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { row } from './matrix.ts'
import { sent } from './sandboxSteps.ts'

/** The form with one row that waits for an entity of this type. */
async function openSearch(page: Page, user: string, type: string) {
  const opened = await openEntityRow(page, user)
  await chooseType(opened.row, type)
  return opened
}

row('row 24: matches can be told apart, and a search without a match is not an error', async ({ page, sandbox }) => {
  const { field, row } = await openSearch(page, 'staff', 'Project')
  await field.fill('100%_\\"&page_size=1#')
  await expect(row).toContainText('No project matches “100%_\\"&page_size=1#”.')
  await expect(row.getByRole('alert')).toHaveCount(0)
  // Two of the same name.
  await field.fill('genomics')
  await expect(row.getByRole('option')).toHaveText([/^GenomicsTartu Ülikool/, /^GenomicsUniversität Tübingen/])
  await row.getByRole('option').nth(1).click()
  await expect(field).toHaveAccessibleDescription(/Universität Tübingen · [0-9a-f]{8}/)
  // A terminated resource is shown, but cannot be chosen.
  await chooseType(row, 'Resource')
  await field.fill('sürgavere')
  await expect(row.getByRole('option')).toHaveText([/sürgavere.*Terminated/])
  await expect(row.getByRole('option')).toBeDisabled()
  // A draft is only in the managers' list; what is in both lists is shown once.
  await chooseType(row, 'Offering')
  await field.fill('rocket')
  await expect(row.getByRole('option')).toHaveCount(1)
  await field.fill('quantum')
  await expect(row.getByRole('option')).toHaveText([/Quantum Testbed.*Draft/])
  expect(sent(sandbox, 'GET', '/api/marketplace-provider-offerings/')).toBeGreaterThan(0)
})

test('the keyboard finds, picks and closes the list, but never the form', async ({ page, sandbox }) => {
  sandbox.failNext('GET', '/api/projects/', { status: 200, body: [] })
  const { field, form, row } = await openSearch(page, 'staff', 'Project')
  await field.click()
  await expect(row).toContainText('There’s no project you can see.')
  await field.pressSequentially('kliima')
  await expect(row.getByRole('option')).toHaveCount(1)
  await field.press('Escape')
  await expect(row.getByRole('listbox')).toBeHidden()
  await expect(form).toBeVisible()
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(field).toHaveValue('Läänemere kliimamudel')
  await field.press('Enter')
  expect(sent(sandbox, 'POST', '/api/personal-access-tokens/')).toBe(0)
})

row('row 24: a failed search never looks like one without a match', async ({ page, provoke, sandbox }) => {
  provoke(403, 429, 500)
  const { field, form, row } = await openSearch(page, 'staff', 'Project')
  sandbox.failNext('GET', /query=kliima/, { status: 500, body: '<h1>Server Error</h1>' })
  await field.fill('kliima')
  await expect(row.getByRole('alert')).toContainText('Search failed. Waldur has a problem')
  await expect(row).not.toContainText('No project matches')
  await expect(field).toHaveValue('kliima')
  await expectSelected(form, ['PROJECT.LIST'])
  await row.getByRole('button', { name: 'Try again' }).click()
  await expect(field).toBeFocused()
  await row.getByRole('option', { name: 'Läänemere kliimamudel' }).click()
  await expect(field).toHaveValue('Läänemere kliimamudel')
  await expectSelected(form, ['PROJECT.LIST'])

  // A wait that Waldur asks for.
  sandbox.failNext('GET', /query=keele/, { status: 429, headers: { 'Retry-After': '2' } })
  await field.fill('keele')
  await expect(row.getByText('Waldur asks us to wait.')).toContainText(/Trying again in/)
  await expect(row.getByRole('option')).toHaveText([/^Keeletehnoloogia/])
  await expect(field).toHaveValue('keele')

  // The public list of offerings is enough if the managers' list is refused.
  sandbox.failNext('GET', '/api/marketplace-provider-offerings/', { status: 403, body: { detail: 'No.' }, times: 9 })
  await chooseType(row, 'Offering')
  await pickEntity(row, 'rocket', 'Rocket HPC')
  await expect(row.getByRole('alert')).toHaveCount(0)
})

row(
  'row 23: a running search is shown, and a late answer to an older one changes nothing',
  async ({ page, sandbox }) => {
    const begin = sandbox.holdNext('GET', '/api/projects/')
    const { field, row } = await openSearch(page, 'staff', 'Project')
    await field.click()
    await expect(row.getByText('Searching…').first()).toBeVisible()
    begin()
    await expect(row.getByRole('option').first()).toBeVisible()
    const release = sandbox.holdNext('GET', /query=gen/)
    const slow = page.waitForRequest(/query=gen/)
    await field.fill('gen')
    await slow
    await field.fill('keele')
    await expect(row.getByRole('option')).toHaveText([/Keeletehnoloogia/])
    release()
    await expect.poll(() => sandbox.requests.some(({ query }) => query.includes('query=gen'))).toBe(true)
    await expect(row.getByRole('option')).toHaveText([/Keeletehnoloogia/])
  },
)

row.describe('among three hundred projects', () => {
  row.use({ sandboxOptions: { entities: 1500 } })

  row('row 24: matches are counted, and come page by page to the last', async ({ page, provoke, sandbox }) => {
    provoke(500)
    const { field, row } = await openSearch(page, 'staff', 'Project')
    const options = row.getByRole('option')
    await field.click()
    await expect(row.getByText(/^20 of 3\d\d shown\. Type to narrow the list\.$/)).toBeVisible()
    await expect(options).toHaveCount(20)
    expect(sent(sandbox, 'GET', '/api/projects/')).toBe(1)
    await field.fill('plasma')
    await expect(row.getByText('20 of 37 shown. Type to narrow the list.')).toBeVisible()
    await expect(options).toHaveCount(20)
    // If a later page fails, the matches so far stay, and it can be requested again.
    sandbox.failNext('GET', /query=plasma.*[?&]page=2/, { status: 500 })
    await row.getByRole('button', { name: 'Show more' }).click()
    await expect(row.getByText(/Waldur has a problem/)).toBeVisible()
    await expect(options).toHaveCount(20)
    await row.getByRole('button', { name: 'Try again' }).click()
    await expect(row.getByText('37 found')).toBeVisible()
    await expect(row.getByRole('button', { name: 'Show more' })).toHaveCount(0)
    expect(new Set(await options.allTextContents()).size).toBe(37)
  })
})
