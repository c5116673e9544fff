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

/** Where a token can be used from, as the tabs name it. */
export const USES = ['curl', 'waldur-cli', 'Python', 'Python SDK', 'Node.js', 'GitLab CI', 'GitHub Actions', 'Ansible']

/** The text of the example for one of them. */
export async function example(dialog: Locator, use: string): Promise<string> {
  await dialog.getByRole('tab', { name: use, exact: true }).click()
  const panel = dialog.getByRole('tabpanel', { name: use, exact: true })
  return (await panel.getByText('WALDUR_ACCESS_TOKEN').textContent()) ?? ''
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
