import type { Locator, Page } from 'playwright/test'
import { addPlace, limitToEntities, openFilled, selectPermission, submitAndReveal } from './createSteps.ts'

/** The tabs: where a token can be used. */
export const USES = ['curl', 'waldur-cli', 'Python', 'Python SDK', 'Node.js', 'GitLab CI', 'GitHub Actions', 'Ansible']

/** The text of one tab's example. */
export async function example(dialog: Locator, use: string): Promise<string> {
  await dialog.getByRole('tab', { name: use, exact: true }).click()
  const panel = dialog.getByRole('tabpanel', { name: use, exact: true })
  return (await panel.textContent()) ?? ''
}

/** Creates a token for one project. @returns the dialog with its secret */
export async function createBound(page: Page): Promise<Locator> {
  const form = await openFilled(page, 'owner', 'Nightly / import', 'ORDER.LIST')
  await limitToEntities(form)
  await addPlace(form, 'kliima', 'Läänemere kliimamudel')
  return await submitAndReveal(page, form)
}

/** Creates a token for everywhere. @returns the dialog with its secret */
export async function createUnbound(page: Page): Promise<Locator> {
  const form = await openFilled(page, 'owner', 'ci', 'PROJECT.CREATE')
  await selectPermission(form, 'RESOURCE.LIST')
  return await submitAndReveal(page, form)
}
