import type { Locator, Page } from 'playwright/test'
import { expect } from 'playwright/test'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { createForm } from './dialogSteps.ts'
import { revealDialog } from './revealSteps.ts'
import { signIn, signInByForm } from './sessionSteps.ts'

/** Signs in and opens the form. @returns the form */
export async function openCreate(page: Page, username: string): Promise<Locator> {
  await signIn(page, username)
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused()
  return form
}

/**
 * Opens the form while this path fails, both for the list behind it, which would otherwise get the response, and for
 * the form.
 */
export async function openCreateFailing(page: Page, sandbox: Sandbox, path: RegExp, requests = 1): Promise<Locator> {
  sandbox.failNext('GET', path, { status: 500 })
  const failed = page.waitForResponse((response) => path.test(response.url()) && response.status() === 500)
  await signInByForm(page, 'owner')
  await failed
  sandbox.failNext('GET', path, { status: 500, times: requests })
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  return createForm(page)
}

/** Checks or unchecks a permission found by its value, such as PROJECT.LIST. */
export async function selectPermission(form: Locator, value: string, on = true): Promise<void> {
  await (await findPermission(form, value)).setChecked(on)
  await form.getByRole('searchbox', { name: 'Search permissions' }).clear()
}

/** The checkbox named by the permission's words and its value. It is there while its group is open or searched. */
export const permission = (form: Locator, value: string): Locator =>
  form.getByRole('checkbox', { name: new RegExp(`(^| )${value.replace('.', '\\.')}$`) })

/** Searches for a permission, which opens its group. */
export async function findPermission(form: Locator, value: string): Promise<Locator> {
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill(value)
  return permission(form, value)
}

/** Checks which permissions are selected, in the list of those alone. */
export async function expectSelected(form: Locator, values: readonly string[]): Promise<void> {
  const listed = form.getByRole('group', { name: 'Listed permissions' }).getByRole('button')
  await form.getByRole('searchbox', { name: 'Search permissions' }).clear()
  await expect(listed.nth(1)).toHaveText(`Selected ${values.length}`)
  if (values.length === 0) return
  await listed.nth(1).click()
  for (const value of values) await expect(permission(form, value)).toBeChecked()
  await listed.first().click()
}

/** Confirms that the token acts with the user's staff or support rights. */
export const acceptStaff = (form: Locator): Promise<void> =>
  form.getByRole('checkbox', { name: /^I understand that it acts with my (staff|support) rights$/ }).check()

/** A name and one permission, which is enough for Waldur. */
export async function fillCreate(form: Locator, name: string, value: string): Promise<void> {
  await form.getByRole('textbox', { name: 'Name' }).fill(name)
  await selectPermission(form, value)
}

/** The field that searches for places and adds them. */
export const placeSearch = (form: Locator): Locator => form.getByRole('combobox', { name: 'Add a place' })

/** What it finds; the name of an option begins with the place's name, its type and where it is. */
export const placeOptions = (form: Locator): Locator =>
  form.getByRole('listbox', { name: 'Places' }).getByRole('option')

/** Types a part of a name and adds the place with the whole name, of this type if several have it. */
export async function addPlace(form: Locator, typed: string, name: string, type = ''): Promise<Locator> {
  await placeSearch(form).fill(typed)
  await form
    .getByRole('option', { name: new RegExp(`^${name}, ${type}`) })
    .first()
    .click()
  await placeSearch(form).press('Escape')
  await expect(placeRow(form, name)).toBeVisible()
  return placeRow(form, name)
}

/** A place that was added. */
export const placeRow = (form: Locator, name: string): Locator =>
  form.getByRole('list', { name: 'Selected places' }).getByRole('listitem', { name, exact: true })

/** The button that removes a place; its description says what is wrong with the place. */
export const removePlace = (form: Locator, name: string): Locator =>
  form.getByRole('button', { name: `Remove ${name}`, exact: true })

/** Signs in and opens the form with a name and one permission, which is enough for Waldur. */
export async function openFilled(page: Page, username: string, name: string, scope: string): Promise<Locator> {
  const form = await openCreate(page, username)
  await fillCreate(form, name, scope)
  return form
}

/** Opens the form for a token named "maybe", with the page's clock installed: its later checks need no real seconds. */
export async function fillUnderClock(page: Page): Promise<Locator> {
  await page.clock.install()
  return await openFilled(page, 'owner', 'maybe', 'PROJECT.LIST')
}

/** Opens a form with a name and a permission (PROJECT.LIST by default), to be limited to places. */
export async function openPlaces(page: Page, username: string, scope = 'PROJECT.LIST') {
  const form = await openFilled(page, username, 'bound', scope)
  await limitToEntities(form)
  return { form, field: placeSearch(form) }
}

export async function limitToEntities(form: Locator): Promise<void> {
  await form.getByRole('radio', { name: 'Only in specific places' }).check()
}

/** The field for the next allowed address. */
export const addressField = (where: Locator): Locator => where.getByRole('textbox', { name: 'IP address or range' })

/** The button that removes an allowed address which was entered. */
export const addressTag = (where: Locator, network: string | RegExp = /^Remove [\d.:a-f]+(\/\d+)?$/): Locator =>
  where.getByRole('button', { name: typeof network === 'string' ? `Remove ${network}` : network, exact: true })

/** Makes a tag of an address. */
export async function enterAddress(where: Locator, address: string): Promise<void> {
  await addressField(where).fill(address)
  await addressField(where).press('Enter')
}

export const onlyFromThese = (where: Locator): Locator => where.getByRole('radio', { name: 'Only these IP addresses' })

/** Opens the field for a date of one's own. */
export const anotherDate = (form: Locator): Locator => form.getByRole('button', { name: 'Another date' })

export const submit = (form: Locator): Promise<void> => form.getByRole('button', { name: 'Create token' }).click()

/** Submits the form and waits for the secret. */
export async function submitAndReveal(page: Page, form: Locator): Promise<Locator> {
  await submit(form)
  await expect(revealDialog(page)).toBeVisible()
  return revealDialog(page)
}
