import type { Locator } from 'playwright/test'
import { addPlace, limitToEntities, openFilled, selectPermission, submitAndReveal } from './createSteps.ts'
import { expect, test } from './fixtures.ts'
import { choose, expectTokens, searchTokens, tokenRow } from './listSteps.ts'
import { MARK, translatePage } from './pageTranslator.ts'
import { readSecret, revealDialog, storeAndClose } from './revealSteps.ts'

const isTranslated = (element: Locator): Promise<boolean> =>
  element.evaluate((element, mark) => element.textContent?.includes(mark) === true, MARK)

/** The element has this text, in the translator's words; what it said before is gone. */
async function expectTranslated(element: Locator, text: string): Promise<void> {
  await expect(element).toHaveText(text)
  await expect.poll(() => isTranslated(element)).toBe(true)
}

test('in a page that the browser translates, the texts stay true, and names as they are', async ({ page }) => {
  await page.addInitScript(translatePage, MARK)
  const form = await openFilled(page, 'owner', 'translated', 'PROJECT.LIST')
  await selectPermission(form, 'PROJECT.CREATE_PERMISSION')
  await selectPermission(form, 'PROJECT.CREATE_PERMISSION', false)
  await limitToEntities(form)
  const place = await addPlace(form, 'tartu', 'Tartu Ülikool')
  expect(await isTranslated(place)).toBe(true)
  expect(await isTranslated(place.getByText('Tartu Ülikool', { exact: true }))).toBe(false)
  await form.getByRole('radio', { name: '30 days' }).check()
  expect(await isTranslated(form.getByRole('link', { name: 'translated', exact: true }))).toBe(false)
  await submitAndReveal(page, form)
  expect(await readSecret(page)).not.toContain(MARK)
  await expectTranslated(revealDialog(page).getByRole('heading', { name: 'Copy the secret' }), 'Copy the secret')
  await storeAndClose(page)

  const row = tokenRow(page, 'translated')
  await expect(row).toContainText('30 days')
  expect(await isTranslated(row.getByRole('rowheader'))).toBe(false)
  expect(await isTranslated(row.getByText('Tartu Ülikool'))).toBe(false)
  const foot = page.getByRole('status').filter({ hasText: 'shown' })
  await searchTokens(page, 'translated')
  await expectTranslated(foot, '1 of 12 shown')
  await searchTokens(page, 'nothing of this name')
  await expectTranslated(foot, '0 of 12 shown')
  await searchTokens(page, '')
  const chip = (name: string) => page.getByRole('group', { name: 'Filter tokens' }).getByRole('button', { name })
  await chip('Revoked 2').click()
  await expectTranslated(foot, '2 of 12 shown')
  await chip('All 12').click()
  await expectTokens(page, 12)
  const dialog = await choose(page, 'Revoke', 'translated')
  await dialog.getByRole('button', { name: 'Revoke token' }).click()
  await expect(dialog).toBeHidden()
  await expectTranslated(chip('Revoked'), 'Revoked 3')
  await expect(row).toContainText('Revoked')
})
