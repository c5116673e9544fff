import type { Locator } from 'playwright/test'
import { expectSelected, openCreate, selectPermission, submit, submitAndReveal } from './createSteps.ts'
import { createForm } from './dialogSteps.ts'
import { expect, test } from './fixtures.ts'
import { searchTokens } from './listSteps.ts'
import { sent, tokensPath } from './sandboxSteps.ts'
import { signIn } from './sessionSteps.ts'

/** Dispatches the event of a paste. */
const paste = (field: Locator, text: string): Promise<void> =>
  field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)

test('an impossible name is rejected without a request, and line breaks in a pasted one become spaces, with a note', async ({
  page,
  sandbox,
}) => {
  const form = await openCreate(page, 'owner')
  const name = form.getByRole('textbox', { name: 'Name' })
  await selectPermission(form, 'PROJECT.LIST')
  for (const [text, message] of [
    ['a\0b', /control character \(U\+0000\)/],
    ['a\u001bb', /control character \(U\+001B\)/],
    ['x'.repeat(10_000), /has 10000 characters/],
  ] as const) {
    await name.fill(text)
    await submit(form)
    await expect(name).toHaveAccessibleDescription(message)
  }
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)

  await name.fill('ci ')
  await paste(name, 'deploy\r\n  bot\n')
  await expect(name).toHaveValue('ci deploy bot')
  await expect(name).toHaveAccessibleDescription('Line breaks in the pasted text were replaced with spaces.')
  await name.fill('ci deploy bot 2')
  await expect(name).not.toHaveAccessibleDescription(/Line breaks/)
  await submitAndReveal(page, form)
  expect((await sandbox.tokensOf('owner')).at(-1)?.name).toBe('ci deploy bot 2')
})

test('of 500 pasted permissions the known ones are added and all others are listed', { tag: '@slow' }, async ({
  page,
}) => {
  const form = await openCreate(page, 'owner')
  const odd = Array.from({ length: 497 }, (_, index) => `ODD.NUMBER_${index}\u202e`)
  const list = ['PROJECT.LIST', ...odd, 'ORDER.LIST', 'ORDER.CREATE'].join('\n')
  await paste(form.getByRole('searchbox', { name: 'Search permissions' }), list)
  await expectSelected(form, ['PROJECT.LIST', 'ORDER.LIST', 'ORDER.CREATE'])
  const rest = form.getByRole('note').filter({ hasText: 'This page doesn’t know these permissions' })
  await expect(rest).toContainText('ODD.NUMBER_0, ')
  await expect(rest).toContainText('ODD.NUMBER_496.')
})

test('searches are limited to 200 characters, with a note', async ({ page, sandbox }) => {
  await signIn(page, 'owner')
  await searchTokens(page, 'y'.repeat(10_000))
  const field = page.getByRole('searchbox', { name: 'Search tokens' })
  await expect(field).toHaveValue('y'.repeat(200))
  await expect(field).toHaveAccessibleDescription('Searches are limited to 200 characters.')
  for (const text of ['%_\\', '.*[(', '&page_size=1#top', 'a+b 100%', '{{count}}']) {
    await searchTokens(page, text)
    await expect(page.getByRole('heading', { name: 'No matching tokens' })).toBeVisible()
  }
  await searchTokens(page, '')
  await page.getByRole('button', { name: 'Create token', exact: true }).click()
  const form = createForm(page)
  await form.getByRole('searchbox', { name: 'Search permissions' }).fill('z'.repeat(201))
  await expect(form.getByText(/Only the first 200 characters are searched\./).first()).toBeVisible()
  expect(sent(sandbox, 'POST', tokensPath)).toBe(0)
})
