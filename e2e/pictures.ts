import { fileURLToPath } from 'node:url'
import { addPlace, fillCreate, limitToEntities, openCreate, tickPermission } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Always the same day, so that a picture changes only when the page does. */
const NOW = Date.parse('2026-11-29T18:45:00Z')

const docs = (name: string) => fileURLToPath(new URL(`../docs/${name}`, import.meta.url))

test.use({
  colorScheme: 'light',
  // Otherwise elements would be captured while they fade in.
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 1280, height: 860 },
  sandboxOptions: { now: NOW },
})

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW))

test('docs/list.png', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: docs('list.png') })
})

test('docs/create.png', async ({ page }) => {
  const form = await openCreate(page, 'owner')
  await fillCreate(form, 'nightly-report', 'PROJECT.LIST')
  for (const value of ['PROJECT.UPDATE', 'ORDER.CANCEL']) await tickPermission(form, value)
  await limitToEntities(form)
  await addPlace(form, 'Lääne', 'Läänemere kliimamudel')
  await form.getByRole('heading', { name: 'Where it works' }).evaluate((heading) => heading.scrollIntoView())
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: docs('create.png') })
})
