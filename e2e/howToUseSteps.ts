import type { Locator, Page } from 'playwright/test'
import {
  addRow,
  fillCreate,
  limitToEntities,
  openCreate,
  pickEntity,
  submitAndReveal,
  tickPermission,
} from './createSteps.ts'

/** Opens, below a secret that is shown, what can be done with it. */
export const openHowToUse = (dialog: Locator) => dialog.getByRole('button', { name: 'How to use it' }).click()

/** The text of the example in a language. */
export async function example(dialog: Locator, language: string): Promise<string> {
  await dialog.getByRole('tab', { name: language }).click()
  const panel = dialog.getByRole('tabpanel', { name: language })
  return (await panel.getByText('WALDUR_TOKEN').textContent()) ?? ''
}

/** A token for one project, and its secret on the screen. */
export async function createBound(page: Page): Promise<Locator> {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'Nightly / import', 'ORDER.LIST')
  await limitToEntities(form)
  await pickEntity(await addRow(form, 1, 'Project'), 'kliima', 'Läänemere kliimamudel')
  return await submitAndReveal(page, form)
}

/** One for everywhere. */
export async function createUnbound(page: Page): Promise<Locator> {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'ci', 'PROJECT.CREATE')
  await tickPermission(form, 'RESOURCE.LIST')
  return await submitAndReveal(page, form)
}
