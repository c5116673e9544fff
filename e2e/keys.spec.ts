import { createForm, dialogs } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { openTool, tokenRow } from './listSteps.ts'
import { signIn } from './sessionSteps.ts'

test('single keys search, create and list themselves, but not while typing, and can be turned off', {
  tag: '@firefox',
}, async ({ page }) => {
  await signIn(page, 'owner')
  await expect(tokenRow(page, 'terraform')).toBeVisible()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys).toContainText('Create token')
  await page.keyboard.press('n')
  await expect(dialogs(page)).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search tokens' })
  await expect(search).toBeFocused()
  await page.keyboard.type('n?/')
  await expect(search).toHaveValue('n?/')
  await expect(dialogs(page)).toHaveCount(0)
  // This Escape undoes a word of an input method.
  await search.dispatchEvent('keydown', { key: 'Escape', isComposing: true })
  await expect(search).toHaveValue('n?/')
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await tokenRow(page, 'terraform').getByRole('link').focus()
  // The same key on a Russian layout.
  await page.getByRole('main').dispatchEvent('keydown', { key: 'т', code: 'KeyN' })
  await expect(createForm(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogs(page)).toHaveCount(0)

  await openTool(page, 'Keyboard shortcuts')
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('n')
  await page.keyboard.press('?')
  await expect(dialogs(page)).toHaveCount(0)
  await openTool(page, 'Keyboard shortcuts')
  await page.getByRole('checkbox', { name: 'Single-key shortcuts' }).check()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('n')
  await expect(createForm(page)).toBeVisible()
})

test('a user who may not create tokens cannot do so by key', async ({ page }) => {
  await signIn(page, 'noflag')
  await expect(tokenRow(page, 'from-before-the-flag')).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('?')
  await expect(dialogs(page)).toHaveCount(1)
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
})
