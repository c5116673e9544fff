import { addPlace, expectSelected, openPlaces, placeOptions, placeRow } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { row } from './matrix.ts'
import { alerts, waitForResponses } from './pageSteps.ts'
import { sent } from './sandboxSteps.ts'

row('row 24: matches can be told apart, and a search without a match is not an error', async ({ page, sandbox }) => {
  const { form, field } = await openPlaces(page, 'staff')
  await field.fill('100%_\\"&page_size=1#')
  await expect(form.getByText('No place matches “100%_\\"&page_size=1#”.').first()).toBeVisible()
  await expect(alerts(form)).toHaveCount(0)
  // Two of the same name.
  await field.fill('genomics')
  await expect(placeOptions(form)).toHaveText([
    /^GenomicsProject in Tartu Ülikool/,
    /^GenomicsProject in Universität Tübingen/,
  ])
  await placeOptions(form).nth(1).click()
  await expect(placeRow(form, 'Genomics')).toContainText('Project in Universität Tübingen')
  // A terminated resource is shown, but cannot be chosen.
  await field.fill('sürgavere')
  await expect(placeOptions(form)).toHaveText([/sürgavere.*Terminated/])
  await expect(placeOptions(form)).toBeDisabled()
  await field.press('ArrowDown')
  await expect(placeOptions(form)).toHaveClass(/Mui-focused/)
  await field.press('Enter')
  await expect(placeRow(form, 'sürgavere')).toHaveCount(0)
  // A draft is only in the managers' list; what is in both lists is shown once.
  // Copied from elsewhere, with characters that no one sees.
  await field.fill('\u200brocket\u00a0HPC\u00ad')
  await expect(form.getByRole('option', { name: /^Rocket HPC, Offering/ })).toHaveCount(1)
  await field.fill('quantum')
  await expect(form.getByRole('option', { name: /^Quantum Testbed/ })).toContainText('Draft')
  expect(sent(sandbox, 'GET', '/api/marketplace-provider-offerings/')).toBeGreaterThan(0)
})

test('the keyboard finds, picks and closes the list, but never the form', async ({ page, sandbox }) => {
  const { field, form } = await openPlaces(page, 'staff')
  await field.click()
  await field.pressSequentially('kliima')
  await expect(placeOptions(form)).toHaveCount(1)
  await field.press('Escape')
  await expect(form.getByRole('listbox')).toBeHidden()
  await expect(form).toBeVisible()
  await field.press('ArrowDown')
  await field.press('ArrowDown')
  await field.press('Enter')
  await expect(placeRow(form, 'Läänemere kliimamudel')).toBeVisible()
  await field.press('Escape')
  await field.press('Enter')
  // Nothing picked is removed by a key that only edits.
  await field.press('Backspace')
  await expect(placeRow(form, 'Läänemere kliimamudel')).toBeVisible()
  expect(sent(sandbox, 'POST', '/api/personal-access-tokens/')).toBe(0)
})

row('row 24: a failed search never looks like one without a match', async ({ page, provoke, sandbox }) => {
  provoke(429, 500)
  // A permission that fits a single type, whose failure is the failure of the search.
  const { field, form } = await openPlaces(page, 'roles', 'PROPOSAL.MANAGE')
  sandbox.failNext('GET', /name=nord/, { status: 500, body: '<h1>Server Error</h1>' })
  await field.fill('nord')
  await expect(alerts(form)).toContainText('Couldn’t search. Waldur had a problem')
  await expect(form).not.toContainText('No proposal matches')
  await expect(field).toHaveValue('nord')
  await expectSelected(form, ['PROPOSAL.MANAGE'])
  await form.getByRole('button', { name: 'Try again' }).click()
  await expect(field).toBeFocused()
  await form.getByRole('option', { name: 'Nordlys i sanntid' }).click()
  await expect(placeRow(form, 'Nordlys i sanntid')).toBeVisible()
  await expectSelected(form, ['PROPOSAL.MANAGE'])

  // A wait that Waldur asks for.
  sandbox.failNext('GET', /name=sann/, { status: 429, headers: { 'Retry-After': '2' } })
  await field.fill('sann')
  await expect(form.getByText('The server asked this page to wait.')).toContainText(/Trying again in/)
  await expect(placeOptions(form)).toHaveText([/^Nordlys i sanntid/])
  await expect(field).toHaveValue('sann')
})

test('the public list of offerings is enough if the managers’ list is rejected', async ({ page, provoke, sandbox }) => {
  provoke(403)
  const { form } = await openPlaces(page, 'staff')
  sandbox.failNext('GET', '/api/marketplace-provider-offerings/', { status: 403, body: { detail: 'No.' }, times: 9 })
  await addPlace(form, 'rocket', 'Rocket HPC', 'Offering')
  await expect(alerts(form)).toHaveCount(0)
})

row(
  'row 23: a running search is shown, and a late response to an older one changes nothing',
  async ({ page, sandbox }) => {
    const begin = sandbox.holdNext('GET', '/api/projects/')
    const { field, form } = await openPlaces(page, 'staff')
    await field.click()
    await expect(form.getByText('Searching…').first()).toBeVisible()
    begin()
    await expect(placeOptions(form).first()).toBeVisible()
    const release = sandbox.holdNext('GET', /query=gen/)
    const slow = page.waitForRequest(/query=gen/)
    await field.fill('gen')
    await slow
    await field.fill('keele')
    await expect(placeOptions(form)).toHaveText([/Keeletehnoloogia/])
    release()
    await waitForResponses(page)
    await expect(placeOptions(form)).toHaveText([/Keeletehnoloogia/])
  },
)

row.describe('among three hundred projects', () => {
  row.use({ sandboxOptions: { entities: 1500 } })

  row('row 24: matches are counted, and come page by page to the last', async ({ page, provoke, sandbox }) => {
    provoke(500)
    const { field, form } = await openPlaces(page, 'staff')
    const options = placeOptions(form)
    await field.click()
    await expect(form.getByRole('button', { name: /^Projects 3\d\d$/ })).toBeVisible()
    expect(sent(sandbox, 'GET', '/api/projects/')).toBe(1)
    // The first few of each type, then a page of each, and all of a type alone.
    const few = await options.count()
    await form.getByRole('button', { name: 'Show more' }).press('Enter')
    await expect(field).toBeFocused()
    await expect.poll(() => options.count()).toBeGreaterThan(few)
    await field.fill('plasma')
    await form.getByRole('button', { name: 'Projects 37' }).click()
    await expect(form.getByText('20 of 37 shown. Type to narrow the list.').first()).toBeVisible()
    await expect(options).toHaveCount(20)
    // If a later page fails, the matches so far stay, and it can be requested again.
    sandbox.failNext('GET', /query=plasma.*[?&]page=2/, { status: 500 })
    await form.getByRole('button', { name: 'Show more' }).click()
    await expect(form.getByText(/Waldur had a problem/)).toBeVisible()
    await expect(options).toHaveCount(20)
    await form.getByRole('button', { name: 'Try again' }).click()
    await expect(form.getByText('37 found').first()).toBeVisible()
    await expect(form.getByRole('button', { name: 'Show more' })).toHaveCount(0)
    expect(new Set(await options.allTextContents()).size).toBe(37)
  })
})
