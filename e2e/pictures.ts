import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright/test'
import { addPlace, limitToEntities, openFilled, selectPermission, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { tokenRow } from './listSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Always the same day, so that a picture changes only when the page does. */
const NOW = Date.parse('2026-11-29T18:45:00Z')

test.use({
  colorScheme: 'light',
  // Otherwise elements would be captured while they fade in.
  contextOptions: { reducedMotion: 'reduce' },
  viewport: { width: 1280, height: 860 },
  sandboxOptions: { now: NOW },
})

test.beforeEach(({ page }) => page.clock.setFixedTime(NOW))

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/${name}`, import.meta.url)) })
}

test('docs/list.png', async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await picture(page, 'list.png')
})

test('docs/create.png and docs/reveal.png', async ({ page }) => {
  const form = await openFilled(page, 'owner', 'deploy-bot', 'PROJECT.UPDATE')
  for (const value of ['ORDER.APPROVE', 'ORDER.CANCEL', 'RESOURCE.TERMINATE']) await selectPermission(form, value)
  await limitToEntities(form)
  await addPlace(form, 'Tartu', 'Tartu Ülikool')
  await addPlace(form, 'Rocket', 'Rocket HPC')
  // Notes wait for a pause.
  await expect(form.getByRole('note').filter({ hasText: 'includes Rocket HPC' })).toBeVisible()
  await form.getByRole('heading', { name: 'Create token' }).click()
  await form.getByRole('textbox', { name: 'Name' }).scrollIntoViewIfNeeded()
  await picture(page, 'create.png')
  await submitAndReveal(page, form)
  await picture(page, 'reveal.png')
})

test('docs/token.png', async ({ page }) => {
  await signIn(page, 'owner')
  await tokenRow(page, 'legacy-inventory').getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'What happened to it' })).toBeVisible()
  await picture(page, 'token.png')
})
