import type { Locator, Page } from 'playwright/test'
import { permissions } from '../../sandbox/permissions.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { limitToEntities, placeSearch, selectPermission } from '../createSteps.ts'
import { createForm } from '../dialogSteps.ts'
import { tokensPath } from '../sandboxSteps.ts'
import type { Measured } from './measures.ts'
import { spreadOf } from './measures.ts'
import type { Mark, Place, Taken } from './stopwatch.ts'
import { seen, timed } from './stopwatch.ts'

const FOCUSED: Place = { at: '[role="main"] input:focus', attribute: 'name' }
/** The visible count; screen readers are told later. */
const FOUND: Place = { at: '.permission-found > span' }
const PLACES: Place = { at: '.place-foot > :first-child' }
const PAUSE_MS = 250
const READY = 'list'
export const marks: Record<string, Mark> = { [READY]: { at: 'tbody button', says: '' } }

/** Waldur has about 140; a deployment with plugins may have more. */
export function offerThousandPermissions(sandbox: Sandbox): void {
  const more = Array.from({ length: 1000 - permissions.length }, (_, index) => `ORDER.PLUGIN_ACTION_${1000 + index}`)
  const body = [...permissions, ...more].map((permission) => ({ permission, description: permission }))
  sandbox.failNext('GET', `${tokensPath}available_scopes/`, { status: 200, body, times: 1000 })
}

/** Everything about the create dialog; the floor has nothing to compare it with. */
export async function measureDialog(page: Page): Promise<Measured> {
  await seen(page, READY)
  const button = page.getByRole('button', { name: 'Create token', exact: true })
  const form = createForm(page)
  const open = () => timed(page, 'click', FOCUSED, () => button.click())
  const cold = await open()
  await form.getByRole('button', { name: 'Cancel' }).click()
  await form.waitFor({ state: 'hidden' })
  const warm = await open()
  return [
    { measure: 'create: click → typing, cold', unit: 'ms', value: cold.result },
    { measure: 'create: click → typing, warm', unit: 'ms', value: warm.result },
    ...spreadOf('1,000 permissions: key', await searchPermissions(page, form)),
    ...(await searchEntities(page, form)),
  ]
}

async function searchPermissions(page: Page, form: Locator): Promise<Taken[]> {
  await form.getByRole('searchbox', { name: 'Search permissions' }).focus()
  const taken: Taken[] = []
  for (const key of ['1', '2', '3', 'Backspace', 'Backspace', 'Backspace']) {
    taken.push(await timed(page, 'keydown', FOUND, () => page.keyboard.press(key)))
  }
  return taken
}

/** From the last letter of a name to the matches, without the deliberate pause. */
async function searchEntities(page: Page, form: Locator): Promise<Measured> {
  await selectPermission(form, 'PROJECT.LIST')
  await limitToEntities(form)
  await placeSearch(form).click()
  await form
    .getByText(/shown\. Type to narrow the list\.$/)
    .first()
    .waitFor()
  await page.keyboard.type('plasm')
  const { result } = await timed(page, 'keydown', PLACES, () => page.keyboard.press('a'))
  const trips = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('plasm'))
      .map(({ duration }) => duration),
  )
  return [
    { measure: 'entity: key → hits, less the pause', unit: 'ms', value: result - PAUSE_MS },
    { measure: 'entity: of that, the round trip', unit: 'ms', value: trips.at(-1) ?? Number.NaN },
    { measure: 'entity: requests', unit: '', value: trips.length },
  ]
}
